using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.AppRunner.Model;

/// <summary>What a service runs.</summary>
public sealed class SourceConfiguration
{
    public ImageRepository? ImageRepository { get; set; }

    public bool? AutoDeploymentsEnabled { get; set; }

    /// <summary>How the image is pulled from a private repository; null for a public one, for which App Runner takes none.</summary>
    public AuthenticationConfiguration? AuthenticationConfiguration { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and updating again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
