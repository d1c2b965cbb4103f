using Fairlead.Components.Reporting;
using Fairlead.Releases;

namespace Fairlead.Components.Deployments;

/// <summary>Records a deploy that failed after its first effect, so that the next try of the same content is a release of its own.</summary>
internal static class DeploymentFailure
{
    /// <summary>
    /// Best effort: what made the deploy fail may be in the way of the record too, and without it the next run goes on with the same release.
    /// A cancelled run records nothing, for the same reason.
    /// </summary>
    public static async Task RecordFailureAsync(this DeployRun deployment)
    {
        if (Cancellation.Token.IsCancellationRequested
            || OutcomeOf(deployment.Failure, [.. deployment.Build.FailedTargets.Select(x => x.Name)]) is not { } outcome)
        {
            return;
        }

        try
        {
            // Whoever took the lock over may be making the same release.
            deployment.Lock?.ThrowIfLost();
            var identity = await deployment.ReleaseAsync();
            if (identity.Kind == ReleaseIdentityKind.Current)
            {
                // Its record says how it was deployed, and stays. The intent stays too: the place is not yet put right.
                return;
            }

            await deployment.Ledger.RecordAsync(await ReleaseRecord.CreateAsync(deployment, outcome), Cancellation.Token);
            if (LeavesNothingBehind(outcome, deployment.Progress) && (deployment.IsInvalidated || deployment.Published is not { OverwrittenAssets.Count: > 0 }))
            {
                await deployment.Ledger.ClearIntentAsync(identity.Release, Cancellation.Token);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogReporter.Instance.Warning($"That this release failed could not be recorded. {exception.Message}");
        }
    }

    /// <summary>How the run failed; null when it did not.</summary>
    /// <param name="reported">What a target with an effect said.</param>
    /// <param name="failedTargets">Those that failed, whether they could say how or not.</param>
    internal static Outcome? OutcomeOf(Outcome? reported, IReadOnlyList<string> failedTargets)
        => reported ?? (failedTargets.Count == 0 ? null : new Outcome(OutcomeKind.Failed, $"{string.Join(", ", failedTargets)} failed."));

    /// <summary>
    /// Whether service and site are the earlier release's. If not, the intent stays: it tells the next run that there is more to bring back
    /// than what it changes itself.
    /// </summary>
    internal static bool LeavesNothingBehind(Outcome outcome, RollbackProgress progress)
        => outcome.Kind == OutcomeKind.RolledBack || progress is { ServiceChanged: false, EntryPointsChanged: false };
}
