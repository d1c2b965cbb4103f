using Fairlead.Components.Deployments;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>What every target that takes part in a deploy shares.</summary>
public interface IHazDeployment : IHazForce
{
    [Parameter("What to do when a deploy fails after the service was changed: rollback (default) to the last verified release, or stop")]
    string OnFailure => TryGetValue(() => OnFailure) ?? "rollback";

    [Parameter("Minutes to wait for another deploy to the same place to end (default 15)")]
    int LockWait => TryGetValue<int?>(() => LockWait) ?? 15;

    sealed DeployRun Deployment => DeployRun.Of(this);
}
