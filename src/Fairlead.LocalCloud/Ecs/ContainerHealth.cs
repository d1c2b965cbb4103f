namespace Fairlead.LocalCloud.Ecs;

/// <summary>The health of a container as its checks make it, by the rules of Docker, which ECS leaves it to
/// (https://docs.docker.com/reference/dockerfile/#healthcheck).</summary>
/// <param name="Status">One of <see cref="HealthStatus"/>.</param>
/// <param name="Failures">In a row, as far as they count.</param>
internal sealed record ContainerHealth(string Status = HealthStatus.Unknown, int Failures = 0)
{
    /// <param name="check">Its limits.</param>
    /// <param name="passed">Whether the check has passed.</param>
    /// <param name="age">How long the container had run when the check began.</param>
    public ContainerHealth After(ContainerHealthCheck check, bool passed, TimeSpan age)
    {
        if (passed)
        {
            return new ContainerHealth(HealthStatus.Healthy);
        }

        // Who has passed once has started, and has no start period any more.
        if (Status == HealthStatus.Unknown && age < check.StartPeriod)
        {
            return this;
        }

        var failures = Failures + 1;
        return new ContainerHealth(failures >= check.Retries ? HealthStatus.Unhealthy : Status, failures);
    }
}
