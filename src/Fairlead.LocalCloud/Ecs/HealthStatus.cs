namespace Fairlead.LocalCloud.Ecs;

/// <summary>What ECS says of the health of a container or a task (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html).</summary>
internal static class HealthStatus
{
    /// <summary>Not known yet, or there is no health check.</summary>
    public const string Unknown = "UNKNOWN";

    public const string Healthy = "HEALTHY";

    public const string Unhealthy = "UNHEALTHY";

    /// <summary>The health of a task: that of its essential containers, where the worst counts.</summary>
    public static string Of(TaskRecord task)
    {
        var essential = task.Containers.Where(x => x.Essential).Select(x => x.HealthStatus ?? Unknown).ToArray();
        return essential.Contains(Unhealthy) ? Unhealthy
            : essential.All(x => x == Healthy) && essential.Length > 0 ? Healthy
            : Unknown;
    }

    /// <summary>Whether a service counts a task as healthy: all its essential containers that have a health check passed it. Null when none has one
    /// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html).</summary>
    public static bool? IsHealthy(TaskRecord task)
    {
        var isChecked = task.Containers.Where(x => x is { Essential: true, HealthStatus: not null }).ToArray();
        return isChecked.Length == 0 ? null : isChecked.All(x => x.HealthStatus == Healthy);
    }
}
