namespace Amazon.ECS.Model;

/// <summary>A cluster.</summary>
public sealed class Cluster
{
    public string? ClusterArn { get; set; }

    public string? ClusterName { get; set; }

    public string? Status { get; set; }

    public int? RunningTasksCount { get; set; }

    public int? PendingTasksCount { get; set; }

    public int? ActiveServicesCount { get; set; }
}
