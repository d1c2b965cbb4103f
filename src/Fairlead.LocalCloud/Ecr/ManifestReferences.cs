using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.Json;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>
/// What a manifest of the OCI and Docker schema 2 kinds refers to: <c>Blobs</c> are config and layers that must be there (layers with URLs
/// of their own are not among them), <c>Manifests</c> the members of an index, <c>Size</c> the sum of the sizes that the descriptors state.
/// </summary>
internal sealed record ManifestReferences(
    string MediaType,
    IReadOnlyList<string> Blobs,
    IReadOnlyList<string> Manifests,
    long Size,
    string? Subject,
    string? ArtifactType)
{
    private static readonly string[] Indexes = ["application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json"];

    private static readonly string[] Images = ["application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json"];

    /// <exception cref="FormatException">The content is not a manifest of the media type, and why.</exception>
    public static ManifestReferences Parse(ReadOnlySpan<byte> content, string? contentType)
    {
        JsonObject manifest;
        try
        {
            manifest = WellFormedJson.ParseObject(content) ?? throw new FormatException("The manifest is not a JSON object.");
            var own = (string?)manifest["mediaType"];
            var mediaType = contentType?.Split(';')[0].Trim() is { Length: > 0 } given && given != "application/json" ? given
                : own ?? (manifest["manifests"] is not null ? Indexes[0] : Images[0]);
            if (own is not null && own != mediaType)
            {
                throw new FormatException($"The manifest says that it is {own}, the request that it is {mediaType}.");
            }

            var subject = manifest["subject"] is JsonObject reference ? DigestOf(reference) : null;
            var artifactType = (string?)manifest["artifactType"] ?? (string?)manifest["config"]?["mediaType"];
            if (Indexes.Contains(mediaType))
            {
                var members = Descriptors(manifest, "manifests").ToArray();
                return new ManifestReferences(mediaType, [], [.. members.Select(DigestOf)], members.Sum(SizeOf), subject, (string?)manifest["artifactType"]);
            }

            if (!Images.Contains(mediaType))
            {
                throw new FormatException($"Manifests of the type {mediaType} are not supported.");
            }

            var config = manifest["config"] as JsonObject ?? throw new FormatException("The manifest has no config.");
            var layers = Descriptors(manifest, "layers").ToArray();
            return new ManifestReferences(
                mediaType,
                [DigestOf(config), .. layers.Where(x => x["urls"] is not JsonArray { Count: > 0 }).Select(DigestOf)],
                [],
                checked(SizeOf(config) + layers.Sum(SizeOf)),
                subject,
                artifactType);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The manifest cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or OverflowException)
        {
            throw new FormatException("The manifest cannot be read: a member is of another kind than the specification has it.", exception);
        }
    }

    private static IEnumerable<JsonObject> Descriptors(JsonObject manifest, string member)
        => (manifest[member] as JsonArray ?? throw new FormatException($"The manifest has no {member}.")).Select(x => x as JsonObject
            ?? throw new FormatException($"One of the {member} is not a descriptor."));

    private static string DigestOf(JsonObject descriptor)
        => (string?)descriptor["digest"] is { } digest && Digest.IsValid(digest)
            ? digest
            : throw new FormatException($"'{descriptor["digest"]}' is not a sha256 digest.");

    private static long SizeOf(JsonObject descriptor)
    {
        var size = (long?)descriptor["size"] ?? 0;
        return size >= 0 ? size : throw new FormatException($"A descriptor cannot have {size} bytes.");
    }
}
