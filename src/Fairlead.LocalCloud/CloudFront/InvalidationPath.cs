using Fairlead.LocalCloud.CloudFront.Edge;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>
/// Which cached objects an invalidation path means (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html):
/// case counts, a <c>*</c> stands for anything but only at the end, and where query strings are part of the key they are part of the path.
/// Cookies and headers make no difference: every variant of the object goes.
/// </summary>
internal static class InvalidationPath
{
    public static bool Matches(string invalidationPath, CacheKey key)
    {
        var path = invalidationPath.StartsWith('/') ? invalidationPath : "/" + invalidationPath;
        return path.EndsWith('*')
            ? key.Uri.StartsWith(path[..^1], StringComparison.Ordinal)
            : key.Uri == path;
    }
}
