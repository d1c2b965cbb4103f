using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Verification;

namespace Fairlead.Deployments.Reports;

/// <summary>What the report of a run tells of the release that it made. Pure: from the record as it stands and what the run saw.</summary>
public static class ReleaseSections
{
    /// <param name="manifest">The release, as it is recorded, or would be.</param>
    /// <param name="previous">The release that was current before; null when there was none.</param>
    /// <param name="outcome">How the run ended.</param>
    /// <param name="place">Where it went, for people.</param>
    /// <param name="checks">What the public URL was asked in this run; empty when it was not.</param>
    /// <param name="live">One sentence on what serves now, as this run saw it; null where nothing was asked.</param>
    /// <param name="next">What to do next, as a sentence; null when nothing.</param>
    public static ReleaseSection Of(
        ReleaseManifest manifest,
        ReleaseManifest? previous,
        Outcome outcome,
        string place,
        IReadOnlyList<SmokeCheckResult> checks,
        string? live = null,
        string? next = null) => new()
        {
            Release = manifest.Release.ToString(),
            Outcome = outcome.Word,
            IsSuccess = outcome.IsSuccess,
            Live = live,
            Url = manifest.Where.PublicUrl,
            Place = place,
            Previous = previous?.Release.ToString(),
            Changes = ReleaseDifference.Between(previous, manifest).Describe(),
            Checks = [.. checks.Select(Check)],
            Why = outcome.IsSuccess ? [] : [.. Why(outcome)],
            Steps = [.. manifest.Steps.Select(x => new ReleaseSectionStep(x.Name, x.Outcome?.ToString() ?? "Not run", x.Reason, x.Seconds))],
            Next = next,
        };

    private static ReleaseSectionCheck Check(SmokeCheckResult check)
    {
        bool? passed = check.Status switch
        {
            SmokeStatus.Passed => true,
            SmokeStatus.Failed => false,
            _ => null,
        };
        var answer = check.Detail ?? (check.Attempts > 1 ? $"as expected, at attempt {check.Attempts}" : "as expected");
        return new ReleaseSectionCheck(check.Check, answer, passed, check.Duration.TotalSeconds);
    }

    private static IEnumerable<string> Why(Outcome outcome)
    {
        yield return outcome.Reason.Trim();
        if (outcome.Why is not { } why)
        {
            yield break;
        }

        foreach (var (heading, lines) in new[]
        {
            ("Events of the service:", why.ServiceEvents),
            ("Stopped tasks:", why.StoppedTasks),
            ("Health of the targets:", why.TargetHealth),
            ("Last lines of the log:", why.LogLines),
        })
        {
            if (lines.Count > 0)
            {
                yield return "";
                yield return heading;
            }

            foreach (var line in lines)
            {
                yield return $"  {line}";
            }
        }
    }
}
