using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Containers;

/// <summary>Names and JSON of the OCI image format, version 1.1: https://github.com/opencontainers/image-spec.</summary>
internal static class OciMediaTypes
{
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Config = "application/vnd.oci.image.config.v1+json";
    public const string GzipLayer = "application/vnd.oci.image.layer.v1.tar+gzip";
}

internal sealed record OciLayoutFile(string ImageLayoutVersion);

internal sealed record OciIndex(int SchemaVersion, string? MediaType, IReadOnlyList<OciIndexEntry> Manifests);

internal sealed record OciIndexEntry(string MediaType, string Digest, long Size, OciPlatform? Platform);

internal sealed record OciPlatform(string Architecture, string Os);

internal sealed record OciManifest(int SchemaVersion, string? MediaType, OciDescriptor Config, IReadOnlyList<OciDescriptor> Layers);

internal sealed record OciConfig
{
    public string? Created { get; init; }

    public string? Architecture { get; init; }

    public string? Os { get; init; }

    public OciProcess? Config { get; init; }

    public OciRootFileSystem? Rootfs { get; init; }

    public IReadOnlyList<OciHistory>? History { get; init; }
}

internal sealed record OciProcess
{
    [JsonPropertyName("User")]
    public string? User { get; init; }

    [JsonPropertyName("ExposedPorts")]
    public SortedDictionary<string, OciEmpty>? ExposedPorts { get; init; }

    [JsonPropertyName("Env")]
    public IReadOnlyList<string>? Env { get; init; }

    [JsonPropertyName("Entrypoint")]
    public IReadOnlyList<string>? Entrypoint { get; init; }

    [JsonPropertyName("Cmd")]
    public IReadOnlyList<string>? Cmd { get; init; }

    [JsonPropertyName("WorkingDir")]
    public string? WorkingDir { get; init; }

    [JsonPropertyName("Labels")]
    public SortedDictionary<string, string>? Labels { get; init; }

    [JsonPropertyName("StopSignal")]
    public string? StopSignal { get; init; }
}

internal sealed record OciEmpty;

internal sealed record OciRootFileSystem
{
    public string Type { get; init; } = "layers";

    [JsonPropertyName("diff_ids")]
    public required IReadOnlyList<string> DiffIds { get; init; }
}

/// <summary>A line of an image's history. Those of a base image are written again as they were read, with what is only
/// theirs: tools match lines without <c>empty_layer</c> to layers.</summary>
internal sealed record OciHistory
{
    public string? Created { get; init; }

    [JsonPropertyName("created_by")]
    public string? CreatedBy { get; init; }

    public string? Comment { get; init; }

    [JsonPropertyName("empty_layer")]
    public bool? EmptyLayer { get; init; }
}

[JsonSerializable(typeof(OciLayoutFile))]
[JsonSerializable(typeof(OciIndex))]
[JsonSerializable(typeof(OciManifest))]
[JsonSerializable(typeof(OciConfig))]
internal sealed partial class OciJson : JsonSerializerContext
{
    // "tar+gzip" as other tools write it, not with an escaped plus.
    public static OciJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
