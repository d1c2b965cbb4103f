using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.AppRunner.Model;

/// <summary>How an image is run.</summary>
public sealed class ImageConfiguration
{
    public Dictionary<string, string>? RuntimeEnvironmentVariables { get; set; }

    /// <summary>What is run instead of the image's own program.</summary>
    public string? StartCommand { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and updating again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
