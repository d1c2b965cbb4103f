using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Asks for commands.</summary>
public sealed class ListCommandsRequest : AmazonWebServiceRequest
{
    public string? CommandId { get; set; }

    public List<CommandFilter>? Filters { get; set; }

    /// <summary>At most 50.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}
