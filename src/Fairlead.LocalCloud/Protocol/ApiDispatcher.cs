namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// Finds the service that a request on the API port is for. A signed request names it in its credential scope
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html); an unsigned one is for S3,
/// the only service here that anonymous clients use. Signatures are not verified.
/// </summary>
internal sealed class ApiDispatcher(IEnumerable<IAwsService> services, IEnumerable<IControlEndpoint> controls)
{
    private readonly Dictionary<string, IAwsService> _services = services.ToDictionary(x => x.SigningName, StringComparer.Ordinal);
    private readonly Dictionary<string, IControlEndpoint> _controls = controls.ToDictionary(x => x.Name, StringComparer.Ordinal);

    public Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_fairlead", out var rest))
        {
            var name = rest.Value!.TrimStart('/').Split('/', 2)[0];
            return _controls.TryGetValue(name, out var control)
                ? control.HandleAsync(context)
                : AwsJson.WriteErrorAsync(context, new AwsServiceException("NotFoundException", $"The local cloud has no control surface '{name}'.", StatusCodes.Status404NotFound));
        }

        var signingName = SigningName(context.Request) ?? "s3";
        return _services.TryGetValue(signingName, out var service)
            ? service.HandleAsync(context)
            : AwsJson.WriteErrorAsync(context, new AwsServiceException("UnknownServiceException", $"The local cloud has no service '{signingName}'. docs/local-cloud.md lists those it has.", StatusCodes.Status501NotImplemented));
    }

    /// <summary>
    /// From <c>Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, …</c>,
    /// or the same scope in the <c>X-Amz-Credential</c> parameter of a presigned URL.
    /// </summary>
    private static string? SigningName(HttpRequest request)
    {
        const string credential = "Credential=";
        var scope = request.Query["X-Amz-Credential"].ToString();
        if (scope.Length == 0)
        {
            var authorization = request.Headers.Authorization.ToString();
            var start = authorization.IndexOf(credential, StringComparison.Ordinal);
            if (start < 0)
            {
                return null;
            }

            scope = authorization[(start + credential.Length)..].Split(',', 2)[0];
        }

        var parts = scope.Split('/');
        return parts.Length >= 5 ? parts[^2] : null;
    }
}
