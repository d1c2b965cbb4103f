using Fairlead.Deployments.Reports;
using Fairlead.Releases;
using Fairlead.Reporting;
using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>What a run did to a release, for its report.</summary>
internal static class ReleaseReport
{
    /// <summary>Null for a run that made none.</summary>
    public static ReleaseSection? Of(INukeBuild build)
    {
        if (build is not IHazDeployment { DryRun: false, Release: { Deployment: { } deployment, Place: { } place, Results: [.., var last] results } })
        {
            return null;
        }

        var outcome = results.FirstOrDefault(x => x is { MayGoOn: false, WasStopped: false })?.Outcome ?? last.Outcome
            ?? new Outcome(OutcomeKind.Failed, last.Reason);
        if (outcome.IsSuccess && !deployment.IsRecorded && results.Any(x => x.HasTouched))
        {
            outcome = new Outcome(OutcomeKind.Failed, "The run did not come to its end, and the release is not recorded.");
        }

        return ReadAsync().GetAwaiter().GetResult();

        async Task<ReleaseSection> ReadAsync()
        {
            var manifest = await deployment.ManifestAsync(outcome);
            var previous = await deployment.CurrentAsync(Cancellation.Token);
            var isTested = outcome is { IsSuccess: true } && deployment.SmokeTested == manifest.Release;
            return ReleaseSections.Of(
                manifest,
                previous,
                outcome,
                place.Description,
                deployment.SmokeResults,
                isTested ? $"Release {manifest.Release} serves: the public URL was asked." : null,
                outcome.IsSuccess ? place.Next : "./build.sh Status tells what serves now.");
        }
    }
}
