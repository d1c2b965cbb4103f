namespace Fairlead.LocalCloud.Ecs;

/// <summary>The waits of the scheduler.</summary>
internal sealed record EcsTiming
{
    /// <summary>How long a task that no load balancer checks must run before it counts as good. ECS takes
    /// RUNNING for enough; a program that ends at once would pass.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The wait after the second failure in a row; doubles with every further one.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait; ECS goes up to 15 minutes.</summary>
    public TimeSpan MaximumBackOff { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A task that ran this long ends the row of failures.</summary>
    public TimeSpan GoodRun { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the tasks may take when the local cloud itself ends, whatever their stopTimeout says.</summary>
    public TimeSpan ShutdownLimit { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan BackOffAfter(int failuresInARow) => failuresInARow < 2
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(MaximumBackOff.Ticks, BackOff.Ticks << Math.Min(failuresInARow - 2, 20)));
}
