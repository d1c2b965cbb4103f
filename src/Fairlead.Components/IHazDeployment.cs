using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>What every target that takes part in a deploy shares: what a release of the build consists of, and how it is made.</summary>
[ReleaseScope]
public interface IHazDeployment : IHazForce, IHazStack
{
    [Parameter("What to do when a deploy fails after something was changed: rollback (default) to the last verified release, or stop")]
    string OnFailure => TryGetValue(() => OnFailure) ?? "rollback";

    [Parameter("Refuse to deploy when the release that serves could not be gone back to")]
    bool RequireRollback => TryGetValue<bool?>(() => RequireRollback) ?? false;

    [Parameter("Look at everything that a deploy would change, tell it, and write nothing anywhere")]
    bool DryRun => TryGetValue<bool?>(() => DryRun) ?? false;

    [Parameter("Minutes to wait for another deploy to the same place to end (default 15)")]
    int LockWait => TryGetValue<int?>(() => LockWait) ?? 15;

    [Parameter("Minutes that a rollout may take, and the way back again as much (default 15)")]
    int RolloutTimeout => TryGetValue<int?>(() => RolloutTimeout) ?? 15;

    [Parameter("Minutes that a migration may take; then it is stopped (default 30)")]
    int MigrationTimeout => TryGetValue<int?>(() => MigrationTimeout) ?? 30;

    [Parameter("Seconds that a service must have run, at least, before its release is recorded (default 5)")]
    int MinimumHealthyTime => TryGetValue<int?>(() => MinimumHealthyTime) ?? 5;

    [Parameter("Seconds after its start in which a service's failed health checks do not count (default: as the infrastructure has it)")]
    int? HealthCheckGracePeriod => TryGetValue<int?>(() => HealthCheckGracePeriod!);

    [Parameter("Minutes to watch the alarms of --bake-alarms before a release is recorded (default: not at all)")]
    int? Bake => TryGetValue<int?>(() => Bake!);

    [Parameter("CloudWatch alarms that end a release while it bakes: names of metric alarms or composite alarms")]
    string[] BakeAlarms => TryGetValue(() => BakeAlarms) ?? [];

    /// <summary>
    /// The services of a release: by default one, in a build that deploys one, with what the build's components make of it. A build with several names them
    /// here, each as the stack's outputs <c>services</c> do.
    /// </summary>
    IReadOnlyList<ServicePart> Services => ReleaseDefaults.Services(this);

    /// <summary>The sites of a release, likewise: by default one, in a build that publishes one.</summary>
    IReadOnlyList<SitePart> Sites => ReleaseDefaults.Sites(this);

    /// <summary>What the targets of this run share of the release that they make.</summary>
    sealed ReleaseScope Release => ReleaseScope.Of(this);
}
