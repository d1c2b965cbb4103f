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

    public bool ScanOnPush { get; init; }

    /// <summary>Digests that clients of this repository may read.</summary>
    public SortedSet<string> Blobs { get; set; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, EcrManifest> Manifests { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Tag → manifest digest.</summary>
    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);
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

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EcrDocument))]
internal sealed partial class EcrJson : JsonSerializerContext;
