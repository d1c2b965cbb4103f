using System.Text.Json.Serialization;
using System.Text.Json;

namespace Amazon.ECS.Model;

/// <summary>How deployments of a service proceed.</summary>
public sealed class DeploymentConfiguration
{
    public DeploymentCircuitBreaker? DeploymentCircuitBreaker { get; set; }

    public int? MaximumPercent { get; set; }

    public int? MinimumHealthyPercent { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and registering again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
