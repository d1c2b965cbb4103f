using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.AppRunner.Model;

/// <summary>What a service runs.</summary>
public sealed class SourceConfiguration
{
    public ImageRepository? ImageRepository { get; set; }

    public bool? AutoDeploymentsEnabled { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and updating again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
