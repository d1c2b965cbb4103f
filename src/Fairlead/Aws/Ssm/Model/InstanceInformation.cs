namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A managed instance.</summary>
public sealed class InstanceInformation
{
    public string? InstanceId { get; set; }

    public PingStatus? PingStatus { get; set; }
}
