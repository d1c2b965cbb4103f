namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>Where a running local cloud answers: what it writes to <c>endpoints.json</c> and prints when it is ready.</summary>
/// <param name="ProcessId">The process that answers.</param>
/// <param name="Version">Module version id of the running program.</param>
/// <param name="Api">The AWS API endpoint.</param>
/// <param name="Registry">The OCI registry.</param>
/// <param name="Edge">The CloudFront edge.</param>
public sealed record LocalCloudEndpoints(int ProcessId, string Version, Uri Api, Uri Registry, Uri Edge)
{
    internal const string ControlKeyHeader = "X-Fairlead-Key";

    /// <summary>What requests to <c>/_fairlead/*</c> carry: it is in a file that only the user who started the
    /// local cloud can read. Null for one of an earlier version.</summary>
    internal string? ControlKey { get; init; }

    internal HttpRequestMessage ControlRequest(HttpMethod method, string path) => ControlRequest(method, new Uri(Api, path), ControlKey);

    internal static HttpRequestMessage ControlRequest(HttpMethod method, Uri uri, string? key)
    {
        var request = new HttpRequestMessage(method, uri);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(ControlKeyHeader, key);
        }

        return request;
    }
}
