using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Releases;
using Nuke.Common.Execution;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// Ends the release of a run with the run, however that ends: gives the lock of the place back, and, when a target that is no step of the release failed
/// in the middle of it, brings back what the release had changed, and tells in the summary of that target what came of it. Ctrl-C meanwhile cancels the way
/// back before its next effect; the lock is given back, and the next run goes on with what the ledger notes.
/// </summary>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class ReleaseScopeAttribute : BuildExtensionAttributeBase, IOnBuildInitialized, IOnBuildFinished
{
    /// <summary>Before everything that tells how the run ended.</summary>
    public override float Priority { get; set; } = 50;

    /// <summary>Before the engine looks what it may leave out.</summary>
    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
        => ContinueLog.Forget(Build);

    public void OnBuildFinished()
    {
        if (Build is IHazDeployment build)
        {
            End(build, Cancellation.Token);
            DryRunSummary.Write(build, build.Release.Results);
        }
    }

    /// <summary>Ends the release; what became of one that failed in the middle is told in the summary of the targets that failed.</summary>
    internal static void End(IHazDeployment build, CancellationToken cancellationToken)
    {
        // All targets are over: what goes wrong from here on is no error of the one that this thread ran last.
        TargetErrors.Leave();
        var failed = string.Join(", ", build.FailedTargets.Select(x => x.Name));
        var failure = failed.Length == 0 || cancellationToken.IsCancellationRequested ? null : new Outcome(OutcomeKind.Failed, $"{failed} failed.");
        try
        {
            var ended = build.Release.EndAsync(failure is null ? null : (failed, failure), cancellationToken).GetAwaiter().GetResult();
            if (ended is not null && WayBack.Sentence(failure!, ended) is { } sentence)
            {
                Log.Error("{Outcome:l}: {Reason:l}", ended.Word, ended.Reason);
                foreach (var target in build.FailedTargets)
                {
                    WayBack.Tell(target, ended, sentence);
                }
            }
        }
        catch (Exception exception)
        {
            // The run has its outcome already.
            Log.Warning("The release was not ended; if the lock of the place was not given back, it ends by itself. {Reason:l}", exception.Message);
        }
    }
}
