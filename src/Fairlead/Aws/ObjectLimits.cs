using Fairlead.Http;

namespace Fairlead.Aws;

/// <summary>Lets the body of an object in S3 have any size, and no other answer of S3: lists, errors and receipts are documents as those of other services.
/// </summary>
/// <param name="inner">Holds requests to their limits.</param>
/// <param name="ofObjects">Limits of a request for an object.</param>
internal sealed class ObjectLimits(HttpMessageHandler inner, HttpLimits ofObjects) : DelegatingHandler(inner)
{
    // Lists of buckets, and of a bucket in the first version, look like an object by it; the library asks for neither.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html: any other parameter makes it another operation.
    private static readonly string[] Parameters = ["partNumber", "response-", "versionId", "x-id", "X-Amz-"];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => base.SendAsync(IsObject(request) ? request.WithLimits(ofObjects) : request, cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => base.Send(IsObject(request) ? request.WithLimits(ofObjects) : request, cancellationToken);

    private static bool IsObject(HttpRequestMessage request) => request.Method == HttpMethod.Get
        && request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).All(x => Array.Exists(Parameters, y => IsOf(x, y)));

    private static bool IsOf(string parameter, string name) => parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (name[^1] == '-' || parameter.Length == name.Length || parameter[name.Length] == '=');
}
