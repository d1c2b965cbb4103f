using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Asks for one task definition.</summary>
public sealed class DescribeTaskDefinitionRequest : AmazonWebServiceRequest
{
    /// <summary>Family (its latest active revision), <c>family:revision</c>, or ARN.</summary>
    public string? TaskDefinition { get; set; }

    /// <summary><c>TAGS</c> to have the tags answered too.</summary>
    public List<string>? Include { get; set; }
}
