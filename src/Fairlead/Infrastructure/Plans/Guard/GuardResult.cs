using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Guard;

/// <summary>What the guard says of a plan.</summary>
public sealed record GuardResult
{
    /// <summary>What would destroy data and is not allowed.</summary>
    public required IReadOnlyList<GuardRefusal> Refusals { get; init; }

    /// <summary>What destroys data and is allowed by name.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>Allowances for addresses that the plan does not know, each with near ones.</summary>
    public required IReadOnlyList<string> UnknownAllowances { get; init; }

    /// <summary>What makes data easier to lose, or loses some in place; told, not refused.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>True when the plan may be applied.</summary>
    public bool MayApply => Refusals.Count == 0 && UnknownAllowances.Count == 0;

    /// <summary>For a pull request; empty when there is nothing to say.</summary>
    public string ToMarkdown()
        => string.Concat(
            Refusals.Select(x =>
                $"> **Refused:** {PlanMarkdown.Escape($"{x.Address} would be {(x.Action == PlannedAction.Replace ? "replaced" : "destroyed")}. Lost with it: {x.Loss}.")}\n>\n")
                .Concat(UnknownAllowances.Select(x => $"> **Refused:** {PlanMarkdown.Escape(x)}\n>\n"))
                .Concat(Warnings.Select(x => $"- ⚠ {PlanMarkdown.Escape(x)}\n")));

    /// <summary>Does nothing when the plan may be applied.</summary>
    /// <exception cref="FairleadException">It may not.</exception>
    public void ThrowIfRefused()
    {
        if (UnknownAllowances.Count > 0)
        {
            throw new FairleadException(
                "The plan is not applied.",
                string.Join(" ", UnknownAllowances),
                "Name each address as the plan's summary writes it, index included, or drop the --allow-destroy.");
        }

        if (Refusals.Count > 0)
        {
            throw new FairleadException(
                $"The plan is not applied, because it destroys what holds data ({Refusals.Count}).",
                string.Join("\n", Refusals.Select(x => $"\n  {x}")) + "\n",
                "Change the configuration so that they stay, or make a backup and plan again with the flags named above.");
        }
    }
}
