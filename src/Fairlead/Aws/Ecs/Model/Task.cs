namespace Amazon.ECS.Model;

/// <summary>A task.</summary>
public sealed class Task
{
    public string? TaskArn { get; set; }

    public string? ClusterArn { get; set; }

    public string? TaskDefinitionArn { get; set; }

    public List<Container>? Containers { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? StoppedAt { get; set; }

    public string? DesiredStatus { get; set; }

    public string? LastStatus { get; set; }

    public string? Group { get; set; }

    public string? StartedBy { get; set; }

    public TaskStopCode? StopCode { get; set; }

    public string? StoppedReason { get; set; }

    public TaskOverride? Overrides { get; set; }
}
