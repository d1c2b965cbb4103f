using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>
/// The OCI distribution API over ECR's repositories (https://github.com/opencontainers/distribution-spec/blob/main/spec.md).
/// Every request needs the user <c>AWS</c> with an ECR authorization token; those of pages in a browser are refused.
/// </summary>
internal sealed partial class RegistryEndpoint(EcrRepositories repositories, EcrTokens tokens, BlobStore blobs) : IRegistryEndpoint
{
    private readonly RegistryBlobs _blobs = new(repositories, blobs);
    private readonly RegistryManifests _manifests = new(repositories, blobs);

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        try
        {
            if (ForeignRequest.WhyRefused(context.Request, subdomains: false) is { } why)
            {
                throw new RegistryException(StatusCodes.Status403Forbidden, "DENIED", why);
            }

            if (!IsAuthorized(context.Request))
            {
                context.Response.Headers.WWWAuthenticate = $"Basic realm=\"http://{repositories.Host}/\",service=\"ecr.amazonaws.com\"";
                throw new RegistryException(
                    StatusCodes.Status401Unauthorized,
                    "UNAUTHORIZED",
                    "Not Authorized. Get a token with 'aws ecr get-login-password' and log in as the user AWS.");
            }

            await RouteAsync(context);
        }
        catch (RegistryException exception)
        {
            await WriteErrorAsync(context, exception);
        }
        catch (AwsServiceException exception)
        {
            await WriteErrorAsync(context, exception.Code switch
            {
                "RepositoryNotFoundException" => new RegistryException(StatusCodes.Status404NotFound, "NAME_UNKNOWN", exception.Message),
                "ImageTagAlreadyExistsException" => new RegistryException(StatusCodes.Status400BadRequest, "TAG_INVALID", exception.Message),
                _ => new RegistryException(StatusCodes.Status400BadRequest, "UNSUPPORTED", exception.Message),
            });
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (path is "/v2" or "/v2/")
        {
            return WriteAsync(context, StatusCodes.Status200OK, new JsonObject());
        }

        var route = Route().Match(path);
        if (!route.Success)
        {
            throw new RegistryException(StatusCodes.Status404NotFound, "UNSUPPORTED", $"The registry has no resource {path}.");
        }

        var name = route.Groups["name"].Value;
        if (!repositories.Exists(name))
        {
            throw new RegistryException(
                StatusCodes.Status404NotFound,
                "NAME_UNKNOWN",
                $"The repository with name '{name}' does not exist in the registry. Create it with 'aws ecr create-repository' first.");
        }

        var reference = route.Groups["reference"].Value;
        return route.Groups["kind"].Value switch
        {
            "tags" when reference == "list" => ListTagsAsync(context, name),
            "manifests" when reference.Length > 0 => _manifests.HandleAsync(context, name, reference),
            "blobs" when reference == "uploads" || reference.StartsWith("uploads/", StringComparison.Ordinal) => _blobs.HandleUploadAsync(
                context,
                name,
                reference.Split('/', 2) is [_, var id] ? id : ""),
            "blobs" => _blobs.HandleAsync(context, name, reference),
            "referrers" => _manifests.ListReferrersAsync(context, name, reference),
            _ => throw new RegistryException(StatusCodes.Status404NotFound, "UNSUPPORTED", $"The registry has no resource {path}."),
        };
    }

    private Task ListTagsAsync(HttpContext context, string name)
    {
        var after = context.Request.Query["last"].ToString();
        var tags = repositories.Read(name, x => x.Tags.Keys.Where(t => string.CompareOrdinal(t, after) > 0).ToArray());
        if (int.TryParse(context.Request.Query["n"], out var limit) && limit >= 0 && tags.Length > limit)
        {
            tags = tags[..limit];
            if (limit > 0)
            {
                context.Response.Headers.Link = $"</v2/{name}/tags/list?n={limit}&last={Uri.EscapeDataString(tags[^1])}>; rel=\"next\"";
            }
        }

        return WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["name"] = name, ["tags"] = new JsonArray([.. tags.Select(x => (JsonNode)x)]) });
    }

    private bool IsAuthorized(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var buffer = new byte[header.Length];
        return Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length)
               && Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is ["AWS", var token]
               && tokens.IsValid(token);
    }

    internal static async Task WriteAsync(HttpContext context, int status, JsonNode body, string contentType = "application/json")
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static Task WriteErrorAsync(HttpContext context, RegistryException exception) => context.Response.HasStarted
        ? Task.CompletedTask
        : WriteAsync(context, exception.StatusCode, new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject
            {
                ["code"] = exception.Code,
                ["message"] = exception.Message,
                ["detail"] = exception.Detail
            })
        });

    // A repository's name has slashes of its own: /v2/team/storefront/blobs/sha256:…
    [GeneratedRegex("^/v2/(?<name>.+?)/(?<kind>blobs|manifests|tags|referrers)/(?<reference>[^/]+|uploads/[^/]*)$")]
    private static partial Regex Route();
}
