using System.Globalization;
using System.Text;
using Fairlead.Infrastructure.Plans.Guard;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Summary;

/// <summary>A plan that a person can judge: what is dangerous comes first, nothing secret is in it.</summary>
public sealed class PlanSummary
{
    /// <summary>Most characters of a comment on GitHub (https://docs.github.com/en/rest/issues/comments).</summary>
    public const int GitHubLimit = PlanMarkdown.GitHubLimit;

    private readonly TerraformPlan _plan;
    private readonly List<AttributeChange> _outputs;

    private PlanSummary(TerraformPlan plan, IReadOnlySet<string>? alsoHoldsData)
    {
        _plan = plan;
        Entries = plan.Resources.Where(x => x.Changes)
            .Select(x => Entry(x, alsoHoldsData))
            .OrderBy(Rank)
            .ThenBy(x => x.Resource.Address, StringComparer.Ordinal)
            .ToList();
        Deferred = plan.Deferred.OrderBy(x => x.Resource.Address, StringComparer.Ordinal).ToList();
        _outputs = plan.Outputs.Where(x => x.Action != PlannedAction.NoOp).OrderBy(x => x.Name, StringComparer.Ordinal).SelectMany(Output).ToList();
    }

    /// <summary>What changes, the most dangerous first.</summary>
    public IReadOnlyList<SummaryEntry> Entries { get; }

    /// <summary>What is put off, with Terraform's reason.</summary>
    public IReadOnlyList<(PlannedResource Resource, string Reason)> Deferred { get; }

    /// <summary>Root outputs that change.</summary>
    public IReadOnlyList<AttributeChange> Outputs => _outputs;

    /// <summary>One line: <c>1 to replace, 2 to destroy, 3 to change, 4 to add; 20 stay as they are</c>.</summary>
    public string Headline
    {
        get
        {
            var counts = new List<string>();
            Count("to destroy", NumberOf(PlannedAction.Delete));
            Count("to replace", NumberOf(PlannedAction.Replace, PlannedAction.ReplaceAndForget));
            Count("to forget", NumberOf(PlannedAction.Forget));
            Count("to change", NumberOf(PlannedAction.Update));
            Count("to add", NumberOf(PlannedAction.Create));
            Count("to import", _plan.Resources.Count(x => x.ImportId is not null));
            Count("to move", _plan.Resources.Count(x => x.PreviousAddress is not null));
            Count("to read", NumberOf(PlannedAction.Read));
            Count("put off", Deferred.Count);
            Count(
                Outputs.Count == 1 ? "output to change" : "outputs to change",
                _outputs.Select(x => x.Path.Split('.', '[')[0]).Distinct(StringComparer.Ordinal).Count());
            var stay = _plan.Resources.Count(x => x.IsManaged && !x.Changes);
            return (counts.Count == 0 ? "No changes" : string.Join(", ", counts))
                + (stay > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {stay} {(stay == 1 ? "stays as it is" : "stay as they are")}") : "");

            void Count(string words, int number)
            {
                if (number > 0)
                {
                    counts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {words}"));
                }
            }
        }
    }

    /// <summary>Makes the summary.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="alsoHoldsData">Addresses that hold data although their type need not, see <see cref="PlanGuardOptions.HoldsData"/>.</param>
    public static PlanSummary Of(TerraformPlan plan, IReadOnlySet<string>? alsoHoldsData = null) => new(plan, alsoHoldsData);

    /// <summary>The summary line by line, for a console; colour is the caller's.</summary>
    public IReadOnlyList<SummaryLine> Lines()
    {
        var lines = new List<SummaryLine> { new($"Plan: {Headline}.") };
        if (_plan.Errored)
        {
            lines.Add(new SummaryLine("Planning failed half-way: this is what was known until then, and it must not be applied."));
        }

        foreach (var entry in Entries)
        {
            lines.Add(new SummaryLine(""));
            lines.Add(new SummaryLine($"  {Mark(entry.Resource.Action)} {entry.Verb} {Name(entry.Resource)}", entry.Resource.Action));
            foreach (var detail in Details(entry))
            {
                lines.Add(new SummaryLine($"        {detail}", entry.Resource.Action));
            }
        }

        Section("Put off:", Deferred.Select(x => $"{x.Resource.Address} ({x.Reason.Replace('_', ' ')})"));
        Section("Outputs:", _outputs.Select(x => x.ToString()));
        Section("Conditions that do not hold:", FailedChecks().Select(x => $"{x.Address}: {x.Problem}"));
        return lines;

        void Section(string title, IEnumerable<string> items)
        {
            var list = items.ToList();
            if (list.Count > 0)
            {
                lines.Add(new SummaryLine(""));
                lines.Add(new SummaryLine(title));
                lines.AddRange(list.Select(x => new SummaryLine($"  {x}")));
            }
        }
    }

    /// <summary>The summary as plain text, lines ended by a line feed.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var line in Lines())
        {
            text.Append(line.Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The summary for the comment of a pull request.</summary>
    /// <param name="title">Heading: the stack or the profile.</param>
    /// <param name="maximumLength">
    /// Longest text, in characters; what does not fit is left out, the harmless first, and the text says how much that is.
    /// </param>
    public string ToMarkdown(string title, int maximumLength = GitHubLimit) => SummaryMarkdown.Write(this, title, maximumLength);

    internal bool IsErrored => _plan.Errored;

    internal static string Mark(PlannedAction action) => action switch
    {
        PlannedAction.Delete => "-",
        PlannedAction.Replace or PlannedAction.ReplaceAndForget => "-/+",
        PlannedAction.Update => "~",
        PlannedAction.Create => "+",
        PlannedAction.Forget => ".",
        PlannedAction.Read => "<=",
        _ => ">",
    };

    internal static string Name(PlannedResource resource)
        => resource.Deposed is null ? resource.Address : $"{resource.Address} (left over from a replacement: {resource.Deposed})";

    internal static IEnumerable<string> Details(SummaryEntry entry)
        => (entry.Loss is null ? [] : new[] { $"lost with it: {entry.Loss}" })
            .Concat(entry.Notes)
            .Concat(entry.Attributes.Select(x => entry.Resource.Action == PlannedAction.Create && x.Before is null ? $"{x.Path}: {x.After}" : x.ToString()));

    internal IEnumerable<(string Address, string Problem)> FailedChecks()
        => _plan.Checks.Where(x => x.Status is "fail" or "error").SelectMany(x => x.Problems.DefaultIfEmpty(x.Status).Select(y => (x.Address, y)));

    private static SummaryEntry Entry(PlannedResource resource, IReadOnlySet<string>? alsoHoldsData)
    {
        var notes = new List<string>();
        if (resource.PreviousAddress is not null)
        {
            notes.Add($"was {resource.PreviousAddress}");
        }

        if (resource.ImportId is not null)
        {
            notes.Add($"takes over what exists as {resource.ImportId}");
        }

        if (resource.Reason is not null)
        {
            notes.Add(PlanReasons.Say(resource.Reason));
        }

        if (resource.Action is PlannedAction.Forget or PlannedAction.ReplaceAndForget)
        {
            notes.Add("what exists stays, and is not managed any more");
        }

        var attributes = resource.Action switch
        {
            PlannedAction.Create => DecisiveAttributes.Of(resource.After),
            PlannedAction.Update => AttributeDiff.Of(resource),
            // Beside the reason for a replacement, what merely becomes unknown, or unset where it was the
            // default, is noise: every computed attribute of the new one is.
            PlannedAction.Replace or PlannedAction.ReplaceAndForget => AttributeDiff.Of(resource)
                .Where(x => x.ForcesReplacement || !(x.After == AttributeDiff.Unknown || (x.After is null && x.Before is "false" or "0" or "\"\""))).ToList(),
            _ => [],
        };
        return new SummaryEntry(resource, Verb(resource), resource.Destroys ? DataHolder.Loss(resource, alsoHoldsData) : null, notes, attributes);
    }

    private static string Verb(PlannedResource resource) => resource.Action switch
    {
        PlannedAction.Delete => "destroy",
        PlannedAction.Replace or PlannedAction.ReplaceAndForget => "replace",
        PlannedAction.Update => "change",
        PlannedAction.Create => "add",
        PlannedAction.Forget => "forget",
        PlannedAction.Read => "read",
        _ => resource.ImportId is not null ? "import" : "move",
    };

    private static int Rank(SummaryEntry entry) => entry.Resource.Action switch
    {
        PlannedAction.Delete or PlannedAction.Replace when entry.Loss is not null => 0,
        PlannedAction.Delete => 1,
        PlannedAction.Replace or PlannedAction.ReplaceAndForget => 2,
        PlannedAction.Forget => 3,
        PlannedAction.Update => 4,
        PlannedAction.NoOp => 5,
        PlannedAction.Create => 6,
        _ => 7,
    };

    private static IReadOnlyList<AttributeChange> Output(PlannedOutput output) => output.Action switch
    {
        PlannedAction.Create => [new AttributeChange(output.Name, null, AttributeDiff.Show(output.After))],
        PlannedAction.Delete => [new AttributeChange(output.Name, AttributeDiff.Show(output.Before), null)],
        _ => AttributeDiff.Of(output.Before, output.After, output.Name),
    };

    private int NumberOf(params PlannedAction[] actions) => _plan.Resources.Count(x => actions.Contains(x.Action));
}
