using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Asks for a command on one instance.</summary>
public sealed class GetCommandInvocationRequest : AmazonWebServiceRequest
{
    public string? CommandId { get; set; }

    public string? InstanceId { get; set; }
}
