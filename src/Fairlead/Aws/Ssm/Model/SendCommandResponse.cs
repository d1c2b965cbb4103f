using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>The command that was started.</summary>
public sealed class SendCommandResponse : AmazonWebServiceResponse
{
    public Command? Command { get; set; }
}
