using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components;

/// <summary>How a target with an effect ends: with an outcome in the summary, and with the evidence when it is not a success.</summary>
internal static class EffectTarget
{
    /// <summary>Shows the outcome; throws when it is not a success.</summary>
    public static void Report(this INukeBuild build, Outcome outcome)
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

        if (outcome.Why is { } why)
        {
            Write("Service events", why.ServiceEvents);
            Write("Stopped tasks", why.StoppedTasks);
            Write("Target health", why.TargetHealth);
            Write("Last log lines", why.LogLines);
        }

        throw new FairleadException(
            $"{outcome.Kind}: {outcome.Reason}",
            outcome.Kind == OutcomeKind.RolledBack ? "The earlier release serves; the reason stands above." : "The reason stands above.",
            "Mend it and run ./build.sh Deploy again.");
    }

    private static void Write(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            Log.Error("{Title:l}:{Lines:l}", title, string.Concat(lines.Select(x => $"{Environment.NewLine}    {x}")));
        }
    }
}
