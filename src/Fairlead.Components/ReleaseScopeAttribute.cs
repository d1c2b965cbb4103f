using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common.Execution;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// Ends the release of a run with the run, however that ends: gives the lock of the place back, and, when a target that is no step of the release failed
/// in the middle of it, brings back what the release had changed.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class ReleaseScopeAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    /// <summary>Before everything that tells how the run ended.</summary>
    public override float Priority { get; set; } = 50;

    public void OnBuildFinished()
    {
        if (Build is not IHazDeployment build)
        {
            return;
        }

        var failed = string.Join(", ", build.FailedTargets.Select(x => x.Name));
        try
        {
            (string, Outcome)? failure = failed.Length == 0 || Cancellation.Token.IsCancellationRequested
                ? null
                : (failed, new Outcome(OutcomeKind.Failed, $"{failed} failed."));
            build.Release.EndAsync(failure).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The run has its outcome already, and the lock ends by itself.
            Log.Warning("The lock of the place was not given back. {Reason:l}", exception.Message);
        }

        DryRunSummary.Write(build, build.Release.Results);
    }
}
