using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Asks what became of a command on each instance.</summary>
public sealed class ListCommandInvocationsRequest : AmazonWebServiceRequest
{
    public string? CommandId { get; set; }

    public bool? Details { get; set; }

    /// <summary>At most 50.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}
