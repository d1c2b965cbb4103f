using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A command on one instance.</summary>
public sealed class GetCommandInvocationResponse : AmazonWebServiceResponse
{
    public string? CommandId { get; set; }

    public string? InstanceId { get; set; }

    /// <summary>Exit code; -1 when it has none.</summary>
    public int? ResponseCode { get; set; }

    public CommandInvocationStatus? Status { get; set; }

    public string? StatusDetails { get; set; }

    /// <summary>The first 24,000 characters.</summary>
    public string? StandardOutputContent { get; set; }

    /// <summary>The first 8,000 characters.</summary>
    public string? StandardErrorContent { get; set; }
}
