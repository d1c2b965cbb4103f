namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Whether a container may start (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html). What it does when that cannot become
/// true any more, and the words, are those of the agent of ECS (https://github.com/aws/amazon-ecs-agent/pull/3218). A dependency that is unhealthy may still
/// become healthy: it is waited for.
/// </summary>
/// <param name="IsReady">It may start now.</param>
/// <param name="WhyNever">Why it never will start; null while it may.</param>
/// <param name="GivesUpAt">When to look again although nothing has happened; null for never.</param>
internal sealed record StartOrder(bool IsReady, string? WhyNever = null, DateTimeOffset? GivesUpAt = null)
{
    /// <summary>Nothing is waited for longer, whatever startTimeout says (https://github.com/aws/containers-roadmap/issues/1532).</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(3);

    public static StartOrder Decide(StartView target, IReadOnlyDictionary<string, StartView> containers, DateTimeOffset now)
    {
        var (isReady, givesUpAt) = (true, (DateTimeOffset?)null);
        foreach (var (name, condition) in target.DependsOn)
        {
            var dependency = containers[name];
            if (IsReached(dependency, condition))
            {
                continue;
            }

            var limit = condition == "START" ? null : dependency.StartedAt + Limit(dependency);
            if (WhyNot(target, dependency, condition, now >= limit) is { } why)
            {
                return new StartOrder(IsReady: false, $"dependency graph: {why}");
            }

            (isReady, givesUpAt) = (false, givesUpAt is null || limit < givesUpAt ? limit ?? givesUpAt : givesUpAt);
        }

        return new StartOrder(isReady, GivesUpAt: givesUpAt);
    }

    private static bool IsReached(StartView dependency, string condition) => condition switch
    {
        // It may have ended since.
        "START" => dependency.StartedAt is not null,
        "COMPLETE" => dependency.ExitCode is not null,
        "SUCCESS" => dependency.ExitCode is 0,
        _ => dependency is { Health: HealthStatus.Healthy, ExitCode: null },
    };

    private static string? WhyNot(StartView target, StartView dependency, string condition, bool isLate)
        => dependency.IsGivenUp ? $"failed to resolve container ordering dependency [{dependency}] for target [{target}] because dependency will never start"
            : condition == "SUCCESS" && dependency.ExitCode is not null
                ? $"failed to resolve container ordering dependency [{dependency}] for target [{target}] as dependency did not exit successfully."
            : dependency.ExitCode is not null ? $"failed to resolve the container ordering dependency [{dependency}] for target [{target}]"
            : isLate ? $"container ordering dependency [{dependency}] for target [{target}] has timed out."
            : null;

    private static TimeSpan Limit(StartView dependency) => dependency.StartTimeout is { } wanted && wanted < LongestWait ? wanted : LongestWait;
}
