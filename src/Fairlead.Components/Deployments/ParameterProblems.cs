using Fairlead.Preflight;

namespace Fairlead.Components.Deployments;

/// <summary>Values that the parameters of a deploy cannot have. Asked by Preflight, and by whoever deploys without it.</summary>
internal static class ParameterProblems
{
    public static IEnumerable<PreflightProblem> Of(IHazDeployment build)
    {
        if (build.OnFailure.ToUpperInvariant() is not ("ROLLBACK" or "STOP"))
        {
            yield return new PreflightProblem($"--on-failure is '{build.OnFailure}'.", "Say rollback or stop.");
        }

        if (build.LockWait < 0)
        {
            yield return new PreflightProblem($"--lock-wait is {build.LockWait}.", "Give minutes: 0 does not wait.");
        }

        foreach (var (name, minutes) in new[] { ("--rollout-timeout", build.RolloutTimeout), ("--migration-timeout", build.MigrationTimeout) })
        {
            if (minutes < 1)
            {
                yield return new PreflightProblem($"{name} is {minutes}.", "Give minutes, at least 1.");
            }
        }

        if (build is IMigrate { SnapshotTimeout: < 1 and var limit })
        {
            yield return new PreflightProblem($"--snapshot-timeout is {limit}.", "Give minutes, at least 1.");
        }

        if (build.MinimumHealthyTime < 0)
        {
            yield return new PreflightProblem($"--minimum-healthy-time is {build.MinimumHealthyTime}.", "Give seconds: 0 does not wait.");
        }

        if (build.HealthCheckGracePeriod is < 0)
        {
            yield return new PreflightProblem($"--health-check-grace-period is {build.HealthCheckGracePeriod}.", "Give seconds.");
        }

        if (build.Bake is < 0)
        {
            yield return new PreflightProblem($"--bake is {build.Bake}.", "Give minutes: 0 does not wait.");
        }
        else if (build is { Bake: > 0, BakeAlarms: [] })
        {
            yield return new PreflightProblem("--bake has nothing to watch.", "Name CloudWatch alarms with --bake-alarms.");
        }
    }
}
