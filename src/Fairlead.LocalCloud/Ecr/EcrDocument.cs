using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The state document of the registry: what is in it; the content itself lies in the blob store.</summary>
internal sealed class EcrDocument
{
    public SortedDictionary<string, EcrRepository> Repositories { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Key of the authorization tokens, base64; made at the first use.</summary>
    public string? TokenKey { get; set; }

    /// <summary>Ports that the registry has had: an image reference with one of them still means this registry.</summary>
    public SortedSet<int> Ports { get; set; } = [];
}

internal sealed class EcrRepository
{
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool ImmutableTags { get; set; }

    /// <summary>Patterns of tags, with <c>*</c> for anything, for which the opposite of <see cref="ImmutableTags"/> holds.</summary>
    public List<string> Exclusions { get; set; } = [];

    public bool ScanOnPush { get; set; }

    /// <summary>As it was given; null for AES256.</summary>
    public JsonObject? Encryption { get; init; }

    /// <summary>As it was given; kept and not carried out.</summary>
    public string? LifecyclePolicy { get; set; }

    /// <summary>As it was given; kept and without effect.</summary>
    public string? Policy { get; set; }

    /// <summary>Of the repository itself, not of its images.</summary>
    public SortedDictionary<string, string> ResourceTags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Digests that clients of this repository may read.</summary>
    public SortedSet<string> Blobs { get; set; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, EcrManifest> Manifests { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Tag → manifest digest.</summary>
    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The tag keeps its image.</summary>
    public bool IsImmutable(string tag) => ImmutableTags != Exclusions.Exists(x => FileSystemName.MatchesSimpleExpression(x, tag, ignoreCase: false));

    /// <summary>The digest of the manifest that a tag or digest stands for; null when there is none.</summary>
    public string? Resolve(string reference) => Manifests.ContainsKey(reference) ? reference : Tags.GetValueOrDefault(reference);

    /// <summary>The tags of a manifest.</summary>
    public string[] TagsOf(string digest) => [.. Tags.Where(x => x.Value == digest).Select(x => x.Key)];

    /// <summary>Another manifest that refers to this blob or manifest.</summary>
    public bool IsReferred(string digest) => Manifests.Values.Any(x => x.Digest != digest && x.References.Contains(digest));

    /// <summary>Removes a manifest with its tags.</summary>
    /// <returns>Digests of what the repository has no use for any more; empty when it has no such manifest.</returns>
    public string[] Remove(string digest)
    {
        if (!Manifests.Remove(digest, out var manifest))
        {
            return [];
        }

        foreach (var tag in TagsOf(digest))
        {
            Tags.Remove(tag);
        }

        var unused = manifest.References.Where(x => !Manifests.ContainsKey(x) && !IsReferred(x)).ToArray();
        Blobs.ExceptWith(unused);
        return [.. unused, digest];
    }
}

/// <summary>A manifest: <c>Size</c> in bytes, <c>ImageSize</c> in bytes of everything that it refers to,
/// <c>References</c> the digests of those blobs or manifests.</summary>
internal sealed record EcrManifest(
    string Digest,
    string MediaType,
    long Size,
    long ImageSize,
    DateTimeOffset PushedAt,
    IReadOnlyList<string> References,
    string? Subject,
    string? ArtifactType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EcrDocument))]
internal sealed partial class EcrJson : JsonSerializerContext;
