namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A command on one instance.</summary>
public sealed class CommandInvocation
{
    public string? CommandId { get; set; }

    public string? InstanceId { get; set; }

    public CommandInvocationStatus? Status { get; set; }

    public string? StatusDetails { get; set; }
}
