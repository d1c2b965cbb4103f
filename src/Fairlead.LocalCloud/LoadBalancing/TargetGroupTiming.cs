namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>How fast target groups make up their mind. AWS checks every 30 s and gives a new target a minute; here everything is on one machine.</summary>
internal sealed record TargetGroupTiming
{
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Between the checks of a target that does not accept connections yet.</summary>
    public TimeSpan StartInterval { get; init; } = TimeSpan.FromMilliseconds(50);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Good answers in a row that make a target healthy.</summary>
    public int HealthyThreshold { get; init; } = 2;

    /// <summary>Bad answers in a row that make it unhealthy.</summary>
    public int UnhealthyThreshold { get; init; } = 4;

    /// <summary>How long a new target may refuse connections. Three tasks in a row must be given up before
    /// a rollout fails, so it is shorter than AWS's minute.</summary>
    public TimeSpan StartAllowance { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a deregistered target may finish the requests it has.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(5);
}
