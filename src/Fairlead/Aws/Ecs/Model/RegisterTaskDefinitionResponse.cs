using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The revision that was registered.</summary>
public sealed class RegisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }

    public List<Tag>? Tags { get; set; }
}
