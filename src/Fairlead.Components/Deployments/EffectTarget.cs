using Fairlead.Releases;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>How a target with an effect ends: with an outcome in the summary, and with the evidence when it is not a success.</summary>
internal static class EffectTarget
{
    /// <summary>Shows the outcome; throws when it is not a success. The first failure of a run is what its record says.</summary>
    public static void Report(this IHazDeployment build, Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Succeeded || outcome.NotSmokeTested)
        {
            build.ReportSummary(_ => _.AddPair("Outcome", outcome.Word));
        }

        if (outcome.IsSuccess)
        {
            Log.Information("{Reason:l}", outcome.Reason);
            return;
        }

        build.Deployment.Failure ??= outcome;
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
            $"{outcome.Kind}: {outcome.Reason}",
            shown ? "The evidence is listed above." : "",
            "Correct the cause and run ./build.sh Deploy again.");
    }

    /// <summary>Null when there is nothing to tell.</summary>
    private static string? Block(string heading, params (string Title, IReadOnlyList<string> Lines)[] lists)
    {
        var told = lists.Where(x => x.Lines.Count > 0)
            .SelectMany(x => (string[])[.. x.Title.Length > 0 ? [$"  {x.Title}:"] : Array.Empty<string>(), .. x.Lines.Select(y => $"    {y}")])
            .ToList();
        return told.Count == 0 ? null : string.Join(Environment.NewLine, [heading, .. told]);
    }
}
