using System.Text.Json.Serialization;
using System.Text.Json;

namespace Amazon.ECS.Model;

/// <summary>A revision of a family: which containers run, and how.</summary>
public sealed class TaskDefinition
{
    public string? TaskDefinitionArn { get; set; }

    public string? Family { get; set; }

    public int? Revision { get; set; }

    public TaskDefinitionStatus? Status { get; set; }

    public List<ContainerDefinition>? ContainerDefinitions { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and registering again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
