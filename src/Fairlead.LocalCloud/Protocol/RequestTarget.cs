namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The path of a request as the client wrote it. The server has resolved dot segments in <see cref="HttpRequest.Path"/>, also encoded ones: of
/// <c>/bucket/%2e%2e/x</c> it says <c>/x</c>, and the keys of S3 may hold <c>..</c>.
/// </summary>
internal static class RequestTarget
{
    /// <summary>Percent-encoded, without the query. The target may be a whole URI when the client believes it talks to a proxy.</summary>
    public static string PathOf(string rawTarget)
    {
        var query = rawTarget.IndexOf('?');
        var path = query < 0 ? rawTarget : rawTarget[..query];
        if (path.StartsWith('/'))
        {
            return path;
        }

        var authority = path.IndexOf("://", StringComparison.Ordinal);
        var slash = authority < 0 ? -1 : path.IndexOf('/', authority + 3);
        return slash < 0 ? "/" : path[slash..];
    }

    /// <summary>True when a segment of the path, as the server decodes it, leads elsewhere: the request is for another path than the one it says.</summary>
    public static bool IsResolved(string path) => Uri.UnescapeDataString(path).Split('/').Any(x => x is "." or "..");
}
