using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// Finds the service that a request on the API port is for, and lets it in. A signed request names the service in its credential scope
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). One without an Authorization header is for S3, as
/// presigned ones are, or takes on a role with a web identity, the one call that needs no signature: STS asks for another proof there.
/// Requests that pages of other sites make are refused, <c>/_fairlead/*</c> needs its key, and all else a signature that is verified here, before any service
/// has the request.
/// </summary>
internal sealed class ApiDispatcher(
    IEnumerable<IAwsService> services,
    IEnumerable<IControlEndpoint> controls,
    ControlKey key,
    SignatureVerifier signatures)
{
    private const string S3 = "s3";

    private const string Sts = "sts";

    private const string ControlPath = "/_fairlead";

    private readonly Dictionary<string, IAwsService> _services = services.ToDictionary(x => x.SigningName, StringComparer.Ordinal);
    private readonly Dictionary<string, IControlEndpoint> _controls = controls.ToDictionary(x => x.Name, StringComparer.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var signingName = SigningName(request) ?? (IsUnsignedForm(request) ? Sts : S3);
        if (ForeignRequest.WhyRefused(request, subdomains: true, linkable: signingName == S3 && IsPresignedRead(request)) is { } why)
        {
            await WriteErrorAsync(context, signingName, new AwsServiceException("AccessDenied", why, StatusCodes.Status403Forbidden));
            return;
        }

        if (IsControl(request))
        {
            request.Path.StartsWithSegments(ControlPath, out var rest);
            await ControlAsync(context, rest.Value!.TrimStart('/').Split('/', 2)[0]);
            return;
        }

        try
        {
            signingName = await AuthenticateAsync(context);
        }
        catch (SignatureRefusedException refused)
        {
            await WriteErrorAsync(context, signingName, SignatureErrors.Of(ProtocolErrors.ProtocolOf(request, signingName), refused));
            return;
        }

        await (_services.TryGetValue(signingName, out var service)
            ? service.HandleAsync(context)
            : WriteErrorAsync(context, signingName, new AwsServiceException(
                "UnknownServiceException",
                $"The local cloud has no service '{signingName}'. docs/local-cloud.md lists those it has.",
                StatusCodes.Status501NotImplemented)));
    }

    /// <summary>The service that the signature is for, and no other: what was signed for one is worth nothing at another.</summary>
    private async Task<string> AuthenticateAsync(HttpContext context)
    {
        if (RequestSignature.Of(context.Request) is { } signature)
        {
            await signatures.VerifyAsync(context, signature);
            return signature.Scope.Service;
        }

        return IsUnsignedForm(context.Request) ? Sts : throw new SignatureRefusedException(SignatureFault.Missing);
    }

    private Task ControlAsync(HttpContext context, string name)
    {
        var control = _controls.GetValueOrDefault(name);
        if (control is not { HasOwnKey: true } && !key.IsCarriedBy(context.Request))
        {
            return AwsJson.WriteErrorAsync(context, new AwsServiceException(
                "AccessDeniedException",
                $"Requests to /_fairlead need the header {ControlKey.HeaderName} with the content of the file '{ControlKey.FileName}' in the state "
                    + $"directory of the local cloud.",
                StatusCodes.Status403Forbidden));
        }

        return control is not null
            ? control.HandleAsync(context)
            : AwsJson.WriteErrorAsync(
                context,
                new AwsServiceException("NotFoundException", $"The local cloud has no control surface '{name}'.", StatusCodes.Status404NotFound));
    }

    /// <summary>In the protocol that the client reads; JSON for the control surface.</summary>
    private static Task WriteErrorAsync(HttpContext context, string signingName, AwsServiceException exception)
    {
        // botocore misreads the next answer on a connection where an Expect: 100-continue got a final answer at once, and then waits for ever.
        if (context.Request.Headers.Expect.Count > 0)
        {
            context.Response.Headers.Connection = "close";
        }

        return IsControl(context.Request)
            ? AwsJson.WriteErrorAsync(context, exception)
            : ProtocolErrors.WriteAsync(context, signingName, exception);
    }

    /// <summary>
    /// The service whose client reads an error, from <c>Authorization: AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/ecs/aws4_request, …</c>.
    /// The same scope in the query (<c>X-Amz-Credential</c>) does not count: only S3 is asked by presigned URLs here, and a page can put anything into one.
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

    /// <summary>
    /// What says so itself. A path that only resolves to it is a key of S3's that holds <c>..</c>: it comes from somebody who may reach a bucket, as the edge
    /// does for everybody, and not this.
    /// </summary>
    private static bool IsControl(HttpRequest request) => request.Path.StartsWithSegments(ControlPath) && !RequestTarget.IsResolved(RawPath(request));

    private static string RawPath(HttpRequest request)
        => RequestTarget.PathOf(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    private static bool IsUnsignedForm(HttpRequest request)
        => HttpMethods.IsPost(request.Method) && RawPath(request) is "/" && request.Headers.Authorization.Count == 0
           && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsPresignedRead(HttpRequest request)
        => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers.Authorization.Count == 0
           && request.Query.ContainsKey(RequestSignature.QuerySignature);
}
