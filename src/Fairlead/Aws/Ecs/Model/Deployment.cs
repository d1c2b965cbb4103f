namespace Amazon.ECS.Model;

/// <summary>One deployment of a service.</summary>
public sealed class Deployment
{
    public string? Id { get; set; }

    /// <summary><c>PRIMARY</c>: the wanted one; <c>ACTIVE</c>: still has tasks; <c>INACTIVE</c>.</summary>
    public string? Status { get; set; }

    public string? TaskDefinition { get; set; }

    public int? DesiredCount { get; set; }

    public int? PendingCount { get; set; }

    public int? RunningCount { get; set; }

    /// <summary>Consecutively failed tasks.</summary>
    public int? FailedTasks { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public DeploymentRolloutState? RolloutState { get; set; }

    public string? RolloutStateReason { get; set; }
}
