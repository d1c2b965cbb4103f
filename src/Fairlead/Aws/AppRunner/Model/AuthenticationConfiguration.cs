using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.AppRunner.Model;

/// <summary>With what App Runner reads a source that is not public.</summary>
public sealed class AuthenticationConfiguration
{
    /// <summary>ARN of the role that pulls from a private ECR repository.</summary>
    public string? AccessRoleArn { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and updating again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
