using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// Finds the service that a request on the API port is for. A signed request names it in its credential scope
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). One without an Authorization header is for S3,
/// as presigned and anonymous ones are, or takes on a role with a web identity, the one call of STS that is not signed.
/// Requests that pages of other sites make are refused, and <c>/_fairlead/*</c> needs its key. Signatures are not verified.
/// </summary>
internal sealed class ApiDispatcher(IEnumerable<IAwsService> services, IEnumerable<IControlEndpoint> controls, ControlKey key)
{
    private const string S3 = "s3";

    private readonly Dictionary<string, IAwsService> _services = services.ToDictionary(x => x.SigningName, StringComparer.Ordinal);
    private readonly Dictionary<string, IControlEndpoint> _controls = controls.ToDictionary(x => x.Name, StringComparer.Ordinal);

    public Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var signingName = SigningName(request) ?? (IsUnsignedQuery(request) ? "sts" : S3);
        if (ForeignRequest.WhyRefused(request, subdomains: true, linkable: signingName == S3 && IsPresignedRead(request)) is { } why)
        {
            return WriteErrorAsync(context, signingName, new AwsServiceException("AccessDenied", why, StatusCodes.Status403Forbidden));
        }

        if (request.Path.StartsWithSegments("/_fairlead", out var rest))
        {
            return ControlAsync(context, rest.Value!.TrimStart('/').Split('/', 2)[0]);
        }

        return _services.TryGetValue(signingName, out var service)
            ? service.HandleAsync(context)
            : WriteErrorAsync(context, signingName, new AwsServiceException(
                "UnknownServiceException",
                $"The local cloud has no service '{signingName}'. docs/local-cloud.md lists those it has.",
                StatusCodes.Status501NotImplemented));
    }

    private Task ControlAsync(HttpContext context, string name)
    {
        if (!key.IsCarriedBy(context.Request))
        {
            return AwsJson.WriteErrorAsync(context, new AwsServiceException(
                "AccessDeniedException",
                $"Requests to /_fairlead need the header {ControlKey.HeaderName} with the content of the file '{ControlKey.FileName}' in the state "
                    + $"directory of the local cloud.",
                StatusCodes.Status403Forbidden));
        }

        return _controls.TryGetValue(name, out var control)
            ? control.HandleAsync(context)
            : AwsJson.WriteErrorAsync(
                context,
                new AwsServiceException("NotFoundException", $"The local cloud has no control surface '{name}'.", StatusCodes.Status404NotFound));
    }

    /// <summary>In the protocol that the client reads; JSON for the control surface.</summary>
    private static Task WriteErrorAsync(HttpContext context, string signingName, AwsServiceException exception)
        => context.Request.Path.StartsWithSegments("/_fairlead")
            ? AwsJson.WriteErrorAsync(context, exception)
            : ProtocolErrors.WriteAsync(context, signingName, exception);

    /// <summary>
    /// From <c>Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, …</c>. The same scope in the query
    /// (<c>X-Amz-Credential</c>) does not count: only S3 is asked by presigned URLs here, and a page can put anything into one.
    /// </summary>
    private static string? SigningName(HttpRequest request)
    {
        const string credential = "Credential=";
        var authorization = request.Headers.Authorization.ToString();
        var start = authorization.IndexOf(credential, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var parts = authorization[(start + credential.Length)..].Split(',', 2)[0].Split('/');
        return parts.Length >= 5 ? parts[^2] : null;
    }

    private static bool IsUnsignedQuery(HttpRequest request)
        => HttpMethods.IsPost(request.Method) && request.Path.Value is "/" && request.Headers.Authorization.Count == 0
           && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPresignedRead(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0
           && (request.Query.ContainsKey("X-Amz-Signature") || request.Query.ContainsKey("Signature"));
}
