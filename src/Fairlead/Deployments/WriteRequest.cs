using System.Net.Http.Headers;
using System.Web;

namespace Fairlead.Deployments;

/// <summary>Tells the requests that write from those that read, by the protocols of AWS and of image registries.</summary>
internal static class WriteRequest
{
    private static readonly string[] Reading = ["Get", "List", "Describe", "BatchGet", "BatchCheck", "Filter", "Head"];

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

        return $"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)}";

        static string? Operation(string name) => Reading.Any(x => name.StartsWith(x, StringComparison.Ordinal)) ? null : name;
    }
}
