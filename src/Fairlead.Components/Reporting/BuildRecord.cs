using Fairlead.Reporting;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Reporting;

/// <summary>What a NUKE build knows of its run, as a record without secrets.</summary>
internal static class BuildRecord
{
    public static RunRecord Of(
        INukeBuild build, IReadOnlyCollection<ExecutableTarget> plan, RunRecorder recorder, string? runUrl, ReleaseSection? release)
    {
        var planned = plan.ToHashSet();
        var failed = plan.FirstOrDefault(x => x.Status == ExecutionStatus.Failed);
        var outcome = failed is not null ? RunOutcome.Failed
            : plan.Any(x => x.Status is ExecutionStatus.Aborted or ExecutionStatus.NotRun) ? RunOutcome.Cancelled
            : RunOutcome.Succeeded;
        var record = recorder.Finish(outcome, [.. plan.Where(x => x.Invoked).Select(x => x.Name)], plan.Select(x => Target(x, planned, failed)));
        var notSmokeTested = plan.Any(x => x.SummaryInformation.GetValueOrDefault("Outcome")?.EndsWith(
            $"({Releases.Outcome.NotSmokeTestedRemark})",
            StringComparison.Ordinal) == true);
        if (release is { IsSuccess: false } && failed is not null && WayBack.Of(failed) is { } sentence && !release.Why.Any(x => x.Contains(sentence)))
        {
            // Of a way back that was cancelled the run of the release knows no end.
            release = release with { Why = [.. release.Why, sentence] };
        }

        record = record with { RunUrl = runUrl, Release = release, Remark = notSmokeTested ? Releases.Outcome.NotSmokeTestedRemark : null };
        return record.Masked(BuildSecrets.MaskOf(build).Apply);
    }

    private static TargetRecord Target(ExecutableTarget target, HashSet<ExecutableTarget> planned, ExecutableTarget? failed) => new()
    {
        Name = target.Name,
        Description = target.Description,
        Result = target.Status switch
        {
            ExecutionStatus.Succeeded => TargetResult.Succeeded,
            ExecutionStatus.Failed => TargetResult.Failed,
            ExecutionStatus.Aborted or ExecutionStatus.Running => TargetResult.Cancelled,
            ExecutionStatus.Skipped => TargetResult.Skipped,
            ExecutionStatus.Collective => TargetResult.Group,
            _ => TargetResult.NotRun,
        },
        WaitsFor = [.. target.AllDependencies.Where(planned.Contains).Select(x => x.Name).Distinct()],
        Reason = target.Status switch
        {
            ExecutionStatus.Skipped when target.OnlyWhen is not null => $"runs only when {target.OnlyWhen}",
            ExecutionStatus.Skipped => target.Skipped,
            ExecutionStatus.NotRun or ExecutionStatus.Scheduled when failed is null => "the run was cancelled",
            ExecutionStatus.NotRun or ExecutionStatus.Scheduled => Needs(target, []) is { } cause
                ? $"needs {cause.Name}, which failed"
                : $"stopped after {failed.Name} failed",
            _ => null,
        },
        Summary = new Dictionary<string, string>(target.SummaryInformation),
    };

    private static ExecutableTarget? Needs(ExecutableTarget target, HashSet<ExecutableTarget> seen) => target.ExecutionDependencies
        .Where(seen.Add)
        .Select(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted ? x : Needs(x, seen))
        .FirstOrDefault(x => x is not null);
}
