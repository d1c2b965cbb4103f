namespace Amazon.ECS.Model;

/// <summary>A message of the service scheduler.</summary>
public sealed class ServiceEvent
{
    public string? Id { get; set; }

    public DateTime? CreatedAt { get; set; }

    public string? Message { get; set; }
}
