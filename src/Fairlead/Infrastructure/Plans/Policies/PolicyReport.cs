using System.Text;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>What the policy checks found.</summary>
public sealed record PolicyReport
{
    /// <summary>What is not waived, the worst first.</summary>
    public required IReadOnlyList<PolicyFinding> Findings { get; init; }

    /// <summary>What is waived, with the waiver.</summary>
    public required IReadOnlyList<PolicyFinding> Waived { get; init; }

    /// <summary>Waivers that waive nothing: what they named was corrected, or they are misspelt.</summary>
    public required IReadOnlyList<PolicyWaiver> Unused { get; init; }

    /// <summary>Waivers whose last day is over; what they waived is a finding again.</summary>
    public required IReadOnlyList<PolicyWaiver> Expired { get; init; }

    /// <summary>True when no finding is an error.</summary>
    public bool MayApply => Findings.All(x => x.Rule.Severity != PolicySeverity.Error);

    /// <summary>Does nothing when the plan may be applied.</summary>
    /// <exception cref="FairleadException">It may not.</exception>
    public void ThrowIfRefused()
    {
        var errors = Findings.Where(x => x.Rule.Severity == PolicySeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new FairleadException(
                $"The plan is not applied, because it breaks policy ({errors.Count}).",
                string.Concat(errors.Select(x => $"\n  {x}. {x.Rule.Why} {x.Rule.Fix}")) + "\n",
                $"Correct them, or accept them one by one, with a reason, in {PolicyWaivers.FileName} beside the stack.");
        }
    }

    /// <summary>For a console; empty when there is nothing to say.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var group in Findings.GroupBy(x => x.Rule))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Word(group.Key.Severity)} {group.Key.Id} {group.Key.Title}\n");
            foreach (var finding in group)
            {
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"          {finding.Address}{(finding.Detail.Length > 0 ? $": {finding.Detail}" : "")}\n");
            }

            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"        {group.Key.Why}\n        {group.Key.Fix} {group.Key.Reference}\n");
        }

        foreach (var finding in Waived)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"waived  {finding}{(finding.Waiver!.Expires is { } day ? $", until {day:yyyy-MM-dd}" : "")}\n        {finding.Waiver.Reason}\n");
        }

        foreach (var line in Stale())
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>For a pull request; empty when there is nothing to say.</summary>
    public string ToMarkdown()
    {
        if (Findings.Count + Waived.Count + Unused.Count + Expired.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("### Policy\n\n");
        if (Findings.Count > 0)
        {
            text.Append("| | Where | What | How to correct it |\n|---|---|---|---|\n");
            foreach (var x in Findings)
            {
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"| {Word(x.Rule.Severity).Trim()} [{x.Rule.Id}]({x.Rule.Reference}) | {PlanMarkdown.Escape(x.Address)} | "
                        + $"{PlanMarkdown.Escape($"{x.Rule.Title}{(x.Detail.Length > 0 ? $" ({x.Detail})" : "")}")} | {PlanMarkdown.Escape(x.Rule.Fix)} |\n");
            }

            text.Append('\n');
        }

        foreach (var x in Waived)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"- waived: {PlanMarkdown.Escape(x.ToString())}: {PlanMarkdown.Escape(x.Waiver!.Reason)}\n");
        }

        foreach (var line in Stale())
        {
            text.Append("- ").Append(PlanMarkdown.Escape(line)).Append('\n');
        }

        return text.ToString();
    }

    private IEnumerable<string> Stale()
        => Expired.Select(x => $"The waiver of {x.Check} for {x.Address} ended on {x.Expires:yyyy-MM-dd}.")
            .Concat(Unused.Select(x => $"The waiver of {x.Check} for {x.Address} waives nothing: drop it, or correct its address."));

    private static string Word(PolicySeverity severity)
        => severity switch { PolicySeverity.Error => "error  ", PolicySeverity.Warning => "warning", _ => "info   " };
}
