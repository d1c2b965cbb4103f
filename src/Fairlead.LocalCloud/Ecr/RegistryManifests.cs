using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>Manifests, tags and referrers of the distribution API.</summary>
internal sealed partial class RegistryManifests(EcrRepositories repositories, BlobStore blobs)
{
    /// <summary>4 MiB, the size that the specification asks registries to take, and the most that ECR does
    /// (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html).</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;

    public static bool IsTag(string text) => TagPattern().IsMatch(text);

    public Task HandleAsync(HttpContext context, string name, string reference) => context.Request.Method switch
    {
        _ when reference.Contains(':', StringComparison.Ordinal) && !Digest.IsValid(reference) => throw Malformed(reference),
        "GET" or "HEAD" => SendAsync(context, name, reference),
        "PUT" => PutAsync(context, name, reference),
        "DELETE" => DeleteAsync(context, name, reference),
        _ => throw new RegistryException(StatusCodes.Status405MethodNotAllowed, "UNSUPPORTED", $"{context.Request.Method} is not possible here."),
    };

    /// <summary>The manifests that have this one as their subject, each with its artifact type and its annotations
    /// (https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers).</summary>
    public async Task ListReferrersAsync(HttpContext context, string name, string digest)
    {
        if (!Digest.IsValid(digest))
        {
            throw Malformed(digest);
        }

        var type = context.Request.Query["artifactType"].ToString();
        var found = repositories.Read(name, x => x.Manifests.Values.Where(m => m.Subject == digest && (type.Length == 0 || m.ArtifactType == type)).ToArray());
        if (type.Length > 0)
        {
            context.Response.Headers["OCI-Filters-Applied"] = "artifactType";
        }

        var descriptors = new JsonArray();
        foreach (var manifest in found)
        {
            var descriptor = new JsonObject { ["mediaType"] = manifest.MediaType, ["digest"] = manifest.Digest, ["size"] = manifest.Size };
            if (manifest.ArtifactType is { Length: > 0 } artifactType)
            {
                descriptor["artifactType"] = artifactType;
            }

            if (await AnnotationsAsync(manifest.Digest, context.RequestAborted) is { } annotations)
            {
                descriptor["annotations"] = annotations;
            }

            descriptors.Add(descriptor);
        }

        const string index = "application/vnd.oci.image.index.v1+json";
        await RegistryEndpoint.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = index, ["manifests"] = descriptors },
            index);
    }

    private async Task<JsonNode?> AnnotationsAsync(string digest, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(await blobs.ReadAsync(digest, cancellationToken))?["annotations"]?.DeepClone();
        }
        catch (FileNotFoundException)
        {
            // Deleted a moment ago.
            return null;
        }
    }

    private async Task SendAsync(HttpContext context, string name, string reference)
    {
        var manifest = repositories.Manifest(name, reference) ?? throw Unknown(name, reference);
        byte[] content;
        try
        {
            content = await blobs.ReadAsync(manifest.Digest, context.RequestAborted);
        }
        catch (FileNotFoundException)
        {
            throw Unknown(name, reference);
        }

        var response = context.Response;
        response.ContentType = manifest.MediaType;
        response.ContentLength = manifest.Size;
        response.Headers["Docker-Content-Digest"] = manifest.Digest;
        response.Headers.ETag = $"\"{manifest.Digest}\"";
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private async Task PutAsync(HttpContext context, string name, string reference)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > MaximumBytes)
            {
                throw new RegistryException(StatusCodes.Status413PayloadTooLarge, "SIZE_INVALID", "A manifest has 4 MiB at most.");
            }
        }

        var content = buffer.ToArray();
        var isDigest = reference.Contains(':', StringComparison.Ordinal);
        if (isDigest && Digest.Of(content) != reference)
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"The manifest is not {reference}.", reference);
        }

        if (!isDigest && !IsTag(reference))
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "TAG_INVALID", $"'{reference}' is not a tag.");
        }

        try
        {
            var (manifest, _) = repositories.PutManifest(name, isDigest ? null : reference, content, context.Request.ContentType);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"/v2/{name}/manifests/{manifest.Digest}";
            context.Response.Headers["Docker-Content-Digest"] = manifest.Digest;
            context.Response.ContentLength = 0;
            if (manifest.Subject is not null)
            {
                context.Response.Headers["OCI-Subject"] = manifest.Subject;
            }
        }
        catch (MissingContentException exception)
        {
            throw new RegistryException(
                StatusCodes.Status404NotFound,
                exception.IsManifest ? "MANIFEST_UNKNOWN" : "MANIFEST_BLOB_UNKNOWN",
                exception.Message,
                exception.Digest);
        }
        catch (FormatException exception)
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "MANIFEST_INVALID", exception.Message);
        }
    }

    private Task DeleteAsync(HttpContext context, string name, string reference)
    {
        var done = repositories.Drop<bool>(name, x =>
        {
            if (!Digest.IsValid(reference))
            {
                return (x.Tags.Remove(reference), []);
            }

            if (x.IsReferred(reference))
            {
                throw new RegistryException(
                    StatusCodes.Status405MethodNotAllowed,
                    "UNSUPPORTED",
                    $"{reference} belongs to an index of the repository. Delete the index first.",
                    reference);
            }

            var dropped = x.Remove(reference);
            return (dropped.Length > 0, dropped);
        });
        context.Response.StatusCode = done ? StatusCodes.Status202Accepted : throw Unknown(name, reference);
        return Task.CompletedTask;
    }

    private static RegistryException Malformed(string digest)
        => new(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"'{digest}' is not a sha256 digest.", digest);

    private static RegistryException Unknown(string name, string reference)
        => new(StatusCodes.Status404NotFound, "MANIFEST_UNKNOWN", $"The repository '{name}' has no image '{reference}'.", reference);

    [GeneratedRegex("^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$")]
    private static partial Regex TagPattern();
}
