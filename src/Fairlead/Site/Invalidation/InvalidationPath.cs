using System.Buffers;

namespace Fairlead.Site.Invalidation;

/// <summary>
/// The path by which CloudFront is told of an object. It compares paths as they are written, wants those characters encoded that RFC 1738 calls unsafe, and
/// does not find the object by a path in which others are encoded
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html#invalidation-specifying-objects-paths).
/// </summary>
internal static class InvalidationPath
{
    /// <summary>
    /// RFC 1738 and what browsers and link writers do differ about these: <c>+</c> is sent as it is or as <c>%2B</c>, <c>~</c> is unsafe there and plain
    /// everywhere else. An edge holds each spelling that it was asked for as an object of its own.
    /// </summary>
    private static readonly SearchValues<char> WrittenEitherWay = SearchValues.Create("!$&'()*+,;=:@~[]|^");

    /// <summary>The path of the key; of one that can be written in several ways, a wildcard for what begins like it.</summary>
    public static string Of(string key)
    {
        var end = key.AsSpan().IndexOfAny(WrittenEitherWay);
        return "/" + string.Join('/', (end < 0 ? key : key[..end]).Split('/').Select(Uri.EscapeDataString)) + (end < 0 ? "" : "*");
    }
}
