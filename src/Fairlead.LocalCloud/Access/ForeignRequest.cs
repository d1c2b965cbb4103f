namespace Fairlead.LocalCloud.Access;

/// <summary>
/// Tells the requests that a page of another site makes in a browser of this machine, or another user of it
/// (<see cref="PeerUser"/>). Loopback alone does not keep them out: a page's own
/// name can be made to lead to 127.0.0.1 (DNS rebinding), and a browser sends simple requests of any page without asking first
/// (https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#simple_requests).
/// </summary>
internal static class ForeignRequest
{
    /// <summary><c>127.0.0.1</c>, <c>localhost</c> and <c>[::1]</c>, which no name server can hand to a page.</summary>
    public static bool IsLoopbackName(string host)
        => host is "127.0.0.1" or "[::1]" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>Names below <c>localhost</c>, which browsers and resolvers keep on this machine as well (RFC 6761, section 6.3).</summary>
    public static bool IsBelowLocalhost(string host) => host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>The port that the <c>Host</c> header names is the one that the request came in on.</summary>
    public static bool NamesOwnPort(HttpRequest request) => (request.Host.Port ?? 80) == request.HttpContext.Connection.LocalPort;

    /// <summary>Why a request to the AWS API or to the registry is refused; null when it may go on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="subdomains">The listener answers under names below <c>localhost</c> too, as S3 does for <c>BUCKET.localhost</c>.</param>
    /// <param name="linkable">A page elsewhere may show or link to what this asks for, as with a presigned URL.</param>
    public static string? WhyRefused(HttpRequest request, bool subdomains, bool linkable = false)
    {
        var port = request.HttpContext.Connection.LocalPort;
        if (!NamesOwnPort(request) || !(IsLoopbackName(request.Host.Host) || (subdomains && IsBelowLocalhost(request.Host.Host))))
        {
            return $"The request names the host '{request.Host.Value}', and this is 127.0.0.1:{port}. Address the local cloud as http://127.0.0.1:{port} "
                + $"or http://localhost:{port}.";
        }

        if (PeerUser.WhyRefused(request.HttpContext) is { } foreignUser)
        {
            return foreignUser;
        }

        // No client of AWS sends one. A script of a page always does when it writes or reads across origins.
        if (request.Headers.Origin.Count > 0)
        {
            return "The request comes from a page in a browser (it has the header Origin). Pages cannot call the local cloud; use the AWS CLI, an SDK "
                + "or the build.";
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !linkable
            ? "The request was made by a page of another site (Sec-Fetch-Site). Pages cannot call the local cloud; use the AWS CLI, an SDK or the build."
            : null;
    }
}
