using Fairlead.Components.Deployments;
using Nuke.Common.Execution;

namespace Fairlead.Components;

/// <summary>
/// Removes the identity token of a run when the run ends, however it ends, and at its start what a run that was killed has left.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class IdentityScopeAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnBuildFinished
{
    /// <summary>After everything that has something to say to AWS at the end: the lock is given back, what was changed is brought back.</summary>
    public override float Priority { get; set; } = -1000;

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => RunIdentity.Of(Build).RemoveLeftovers();

    public void OnBuildFinished() => RunIdentity.Of(Build).End();
}
