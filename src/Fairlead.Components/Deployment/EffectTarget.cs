using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components;

/// <summary>How a target with an effect ends: with an outcome in the summary, and with the evidence when it is not a success.</summary>
internal static class EffectTarget
{
    /// <summary>Shows the outcome; throws when it is not a success. The first failure of a run is what its record says.</summary>
    public static void Report(this IHazDeployment build, Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Succeeded)
        {
            build.ReportSummary(_ => _.AddPair("Outcome", outcome.Kind.ToString()));
        }

        if (outcome.IsSuccess)
        {
            Log.Information("{Reason:l}", outcome.Reason);
            return;
        }

        build.Deployment.Failure ??= outcome;
        if (outcome.Why is { } why)
        {
            if (why.ServiceEvents.Count > 0)
            {
                Log.Information("{Events:l}", $"What ECS told:{Lines("Service events", why.ServiceEvents)}");
            }

            // One block, which the run's list of errors repeats; the events are many and seldom the reason.
            Log.Error("{Why:l}", $"Why:{Lines("Stopped tasks", why.StoppedTasks)}{Lines("Target health", why.TargetHealth)}{Lines("Last log lines", why.LogLines)}");
        }

        throw new FairleadException(
            $"{outcome.Kind}: {outcome.Reason}",
            outcome.Why is null ? "" : "The evidence stands above.",
            "Mend it and run ./build.sh Deploy again.");
    }

    private static string Lines(string title, IReadOnlyList<string> lines)
        => lines.Count == 0 ? "" : $"{Environment.NewLine}  {title}:{string.Concat(lines.Select(x => $"{Environment.NewLine}    {x}"))}";
}
