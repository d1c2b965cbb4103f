using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>How a target with an effect runs and ends: with an outcome in the summary, and with the evidence when it is not a success.</summary>
internal static class ReleaseTarget
{
    /// <summary>Runs steps that do not depend on each other, at the same time, and shows how they ended.</summary>
    /// <exception cref="FairleadException">One of them failed.</exception>
    public static async Task<IReadOnlyList<StepResult>> RunStepsAsync(this IHazDeployment build, Func<Deployment, IReadOnlyList<ReleaseStep>> steps)
    {
        if (build.DryRun && PlaceOfProfile.Of(build) is not UnknownPlace && await build.Release.FindPlaceAsync(Cancellation.Token) is null)
        {
            if (await PlaceOfProfile.Of(build).FindStoppedAsync(Cancellation.Token) is { } stopped)
            {
                throw stopped.ToException();
            }

            await build.Release.CheckSitesAsync(Cancellation.Token);
            build.ReportSummary(_ => _.AddPair("Outcome", "Would change"));
            Log.Information("Everything would be made: there is no place yet. {Absence:l}", await PlaceOfProfile.Of(build).AbsenceAsync(Cancellation.Token));
            return [];
        }

        var (deployment, run) = await build.Release.OpenAsync(Cancellation.Token);
        var results = await Task.WhenAll(steps(deployment).Select(x => run.RunAsync(x, Cancellation.Token)));
        build.Report(results);
        return results;
    }

    /// <summary>Runs steps one after the other in a run of their own, which makes no release of what the build left.</summary>
    /// <exception cref="FairleadException">One of them failed.</exception>
    public static async Task RunAloneAsync(this IHazDeployment build, IRunScope scope, Deployment? deployment, IReadOnlyList<ReleaseStep> steps)
    {
        await using var run = new ReleaseRun(scope, new ReleaseRunOptions { DryRun = build.DryRun }, LogReporter.Instance, TimeProvider.System);
        deployment?.Results = () => run.Results;
        var results = new List<StepResult>();
        foreach (var step in steps)
        {
            results.Add(await run.RunAsync(step, Cancellation.Token));
            if (!results[^1].MayGoOn)
            {
                break;
            }
        }

        DryRunSummary.Write(build, results);
        build.Report(results);
    }

    /// <summary>Shows the outcome; throws when it is not a success.</summary>
    public static void Report(this INukeBuild build, Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Succeeded || outcome.Word != outcome.Kind.ToString())
        {
            build.ReportSummary(_ => _.AddPair("Outcome", outcome.Word));
        }

        if (outcome.IsSuccess)
        {
            Log.Information("{Reason:l}", outcome.Reason);
            return;
        }

        Throw(outcome, Again(build));
    }

    private static void Report(this INukeBuild build, IReadOnlyList<StepResult> results)
    {
        if (results.FirstOrDefault(x => !x.MayGoOn && !x.WasStopped) is { } failed)
        {
            var outcome = failed.Outcome ?? new Outcome(OutcomeKind.Failed, failed.Look.Reason);
            build.ReportSummary(_ => _.AddPair("Outcome", outcome.Word));
            Throw(outcome, string.Join(' ', failed.Look.Problems.Select(x => x.Next).Distinct()) is { Length: > 0 } next ? next : Again(build));
        }

        if (results.FirstOrDefault(x => !x.MayGoOn) is { } stopped)
        {
            build.ReportSummary(_ => _.AddPair("Outcome", "Stopped"));
            throw new FairleadException(stopped.Reason, "", Again(build));
        }

        if (Word(results) is { } word)
        {
            build.ReportSummary(_ => _.AddPair("Outcome", word));
        }
    }

    /// <summary>One word for all; null for a plain success.</summary>
    internal static string? Word(IReadOnlyList<StepResult> results)
    {
        if (results.Any(x => x.Outcome is null && x.Look.NeedsChange))
        {
            return "Would change";
        }

        var outcomes = results.Select(x => x.Outcome).OfType<Outcome>().ToList();
        if (outcomes.Count == 0)
        {
            return results.Any(x => x.Look.Kind == LookKind.Unchanged) ? nameof(OutcomeKind.Unchanged) : "Not applicable";
        }

        var all = new Outcome(outcomes.All(x => x.Kind == OutcomeKind.Unchanged) ? OutcomeKind.Unchanged : OutcomeKind.Succeeded, "")
        {
            Mended = [.. outcomes.SelectMany(x => x.Mended)],
            NotSmokeTested = outcomes.Exists(x => x.NotSmokeTested),
        };
        return all.Word == nameof(OutcomeKind.Succeeded) ? null : all.Word;
    }

    private static string Again(INukeBuild build)
        => $"Correct the cause and run ./build.sh {string.Join(' ', build.InvokedTargets.Select(x => x.Name))} again.";

    private static void Throw(Outcome outcome, string next)
    {
        var shown = false;
        if (outcome.Why is { } why)
        {
            // The events are many and seldom the reason: the run's list of errors, which repeats the rest, is better without them.
            if (Block("Service events:", ("", why.ServiceEvents)) is { } events)
            {
                Log.Information("{Events:l}", events);
                shown = true;
            }

            if (Block("Why:", ("Stopped tasks", why.StoppedTasks), ("Target health", why.TargetHealth), ("Last log lines", why.LogLines)) is { } evidence)
            {
                Log.Error("{Evidence:l}", evidence);
                shown = true;
            }
        }

        throw new FairleadException(
            $"{outcome.Kind}: {Ended(outcome.Reason)}",
            string.Join(' ', new[] { outcome.Why?.LikelyCause, shown ? "The evidence is listed above." : null }.OfType<string>()),
            next);
    }

    /// <summary>As a sentence that another may follow: what somebody else's server says may end anyhow.</summary>
    private static string Ended(string reason) => reason.TrimEnd(' ') is [.., var last] text && char.IsLetterOrDigit(last) ? $"{text}." : reason;

    /// <summary>Null when there is nothing to tell.</summary>
    private static string? Block(string heading, params (string Title, IReadOnlyList<string> Lines)[] lists)
    {
        var told = lists.Where(x => x.Lines.Count > 0)
            .SelectMany(x => (string[])[.. x.Title.Length > 0 ? [$"  {x.Title}:"] : Array.Empty<string>(), .. x.Lines.Select(y => $"    {y}")])
            .ToList();
        return told.Count == 0 ? null : string.Join(Environment.NewLine, [heading, .. told]);
    }
}
