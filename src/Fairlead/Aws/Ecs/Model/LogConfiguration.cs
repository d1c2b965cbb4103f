using System.Text.Json.Serialization;
using System.Text.Json;

namespace Amazon.ECS.Model;

/// <summary>Where a container writes its log to.</summary>
public sealed class LogConfiguration
{
    public LogDriver? LogDriver { get; set; }

    public Dictionary<string, string>? Options { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and registering again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
