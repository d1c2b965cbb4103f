using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A page of it.</summary>
public sealed class ListCommandInvocationsResponse : AmazonWebServiceResponse
{
    public List<CommandInvocation>? CommandInvocations { get; set; }

    public string? NextToken { get; set; }
}
