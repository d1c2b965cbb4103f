using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>Lists revisions.</summary>
public sealed class ListTaskDefinitionsRequest : AmazonWebServiceRequest
{
    /// <summary>Full name of the family.</summary>
    public string? FamilyPrefix { get; set; }

    public TaskDefinitionStatus? Status { get; set; }

    public SortOrder? Sort { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
