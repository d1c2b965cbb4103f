using System.Net.Http.Headers;
using System.Web;

namespace Fairlead.Deployments;

/// <summary>Tells the requests that write from those that read, by the protocols of AWS and of image registries.</summary>
internal static class WriteRequest
{
    private static readonly string[] Reading = ["Get", "List", "Describe", "BatchGet", "BatchCheck", "Filter", "Head"];
    private static readonly string[] Stopping = ["Stop", "Cancel"];

    /// <summary>What the request writes, the same in every run; null when it only reads.</summary>
    public static async Task<string?> DescribeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
        {
            return null;
        }

        // The JSON protocols name the operation in a header, the query protocol in the body; REST says it with method and path.
        // https://smithy.io/2.0/aws/protocols/index.html
        if (request.Headers.TryGetValues("X-Amz-Target", out var targets) && targets.FirstOrDefault() is { } target)
        {
            return Operation(target[(target.LastIndexOf('.') + 1)..]);
        }

        if (request.Content is { Headers.ContentType: MediaTypeHeaderValue { MediaType: "application/x-www-form-urlencoded" } } form
            && HttpUtility.ParseQueryString(await form.ReadAsStringAsync(cancellationToken))["Action"] is { } action)
        {
            return Operation(action);
        }

        return $"{request.Method} {Resource(request.RequestUri!)}";

        static string? Operation(string name) => Begins(name, Reading) ? null : name;
    }

    /// <summary>Whether what was described stops something that an earlier write began, and begins nothing: <c>StopTask</c>.</summary>
    public static bool IsStop(string described) => Begins(described, Stopping);

    private static string Resource(Uri uri)
    {
        var path = Uri.UnescapeDataString(uri.AbsolutePath);
        var query = HttpUtility.ParseQueryString(uri.Query);

        // The registry gives every upload an address of its own. https://github.com/opencontainers/distribution-spec/blob/main/spec.md#push
        const string Uploads = "/blobs/uploads/";
        if (path.IndexOf(Uploads, StringComparison.Ordinal) is >= 0 and var uploads)
        {
            return query["digest"] is { } digest ? $"{path[..uploads]}/blobs/{digest}" : path[..(uploads + Uploads.Length)];
        }

        // shop-site.s3.eu-central-1.amazonaws.com/index.html, or the bucket is in the path.
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
        var bucket = uri.Host.EndsWith(".amazonaws.com", StringComparison.Ordinal) && uri.Host.IndexOf(".s3.", StringComparison.Ordinal) is > 0 and var end
            ? $"/{uri.Host[..end]}"
            : "";

        // A part of the bucket or object that is not its content: POST /shop-site?delete. Parameters have values and may differ from run to run.
        var part = uri.Query.TrimStart('?').Split('&').FirstOrDefault(x => x.TrimEnd('=') is { Length: > 0 } name && !name.Contains('=')) is { } found
            ? $"?{found.TrimEnd('=')}"
            : "";
        return bucket + path + part;
    }

    private static bool Begins(string name, string[] words) => words.Any(x => name.StartsWith(x, StringComparison.Ordinal));
}
