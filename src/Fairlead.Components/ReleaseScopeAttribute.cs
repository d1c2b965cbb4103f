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

        var failed = build.FailedTargets.Select(x => x.Name).ToList();
        try
        {
            build.Release.EndAsync(failed.Count == 0 || Cancellation.Token.IsCancellationRequested
                ? null
                : new Outcome(OutcomeKind.Failed, $"{string.Join(", ", failed)} failed.")).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The run has its outcome already, and the lock ends by itself.
            Log.Warning("The lock of the place was not given back. {Reason:l}", exception.Message);
        }
    }
}
