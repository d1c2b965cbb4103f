using System.IO.Enumeration;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// The path patterns of cache behaviours: <c>*</c> for any number of characters, slashes included,
/// <c>?</c> for one; case counts; a leading slash may be missing
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern).
/// </summary>
internal static class PathPattern
{
    /// <summary>
    /// Characters; a distribution with a longer one is refused. To match takes as long as the pattern times the path, of which the server reads 8 KiB at most.
    /// </summary>
    public const int Longest = 255;

    public static bool Matches(string pattern, string path)
        // The .NET matcher takes a backslash as an escape; in a URL path it stands only percent-encoded. To it nothing matches the empty text, which the root
        // would be without its slash.
        => FileSystemName.MatchesSimpleExpression($"/{pattern.TrimStart('/')}", $"/{path.TrimStart('/')}", ignoreCase: false);
}
