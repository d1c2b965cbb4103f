using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>One task definition.</summary>
public sealed class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public TaskDefinition? TaskDefinition { get; set; }

    public List<Tag>? Tags { get; set; }
}
