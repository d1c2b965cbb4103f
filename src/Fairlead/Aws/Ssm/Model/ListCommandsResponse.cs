using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A page of commands.</summary>
public sealed class ListCommandsResponse : AmazonWebServiceResponse
{
    public List<Command>? Commands { get; set; }

    public string? NextToken { get; set; }
}
