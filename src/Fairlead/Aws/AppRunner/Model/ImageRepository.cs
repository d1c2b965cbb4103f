using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.AppRunner.Model;

/// <summary>An image and how it is run.</summary>
public sealed class ImageRepository
{
    /// <summary>The image by tag or digest.</summary>
    public string? ImageIdentifier { get; set; }

    public ImageConfiguration? ImageConfiguration { get; set; }

    /// <summary><c>ECR</c> or <c>ECR_PUBLIC</c>.</summary>
    public string? ImageRepositoryType { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and updating again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
