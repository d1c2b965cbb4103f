using System.Text.Json.Serialization;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Registers a new revision of a family.</summary>
public sealed class RegisterTaskDefinitionRequest : AmazonWebServiceRequest
{
    public string? Family { get; set; }

    public List<ContainerDefinition>? ContainerDefinitions { get; set; }

    public List<Tag>? Tags { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and registering again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
