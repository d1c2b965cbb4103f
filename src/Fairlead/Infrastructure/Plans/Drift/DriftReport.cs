using System.Globalization;
using System.Text;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Drift;

/// <summary>How the world differs from the state, from a plan made with <c>-refresh-only</c>. Pure.</summary>
public sealed record DriftReport
{
    /// <summary>
    /// What AWS, a deploy or auto scaling moves all the time, on purpose: RDS its last restorable moment every five minutes
    /// (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html), a deploy the task definition, scaling the number of copies.
    /// </summary>
    private static readonly HashSet<(string Type, string Attribute)> MovesByItself =
    [
        ("aws_db_instance", "latest_restorable_time"),
        ("aws_rds_cluster", "latest_restorable_time"),
        ("aws_ecs_service", "task_definition"),
        ("aws_ecs_service", "desired_count"),
        ("aws_autoscaling_group", "desired_capacity"),
    ];

    /// <summary>Drift, no drift, or failure: three answers that are never mixed.</summary>
    public required DriftState State { get; init; }

    /// <summary>What differs; what is gone comes first.</summary>
    public required IReadOnlyList<DriftedResource> Resources { get; init; }

    /// <summary>Why it could not be found out; null unless it failed.</summary>
    public string? Why { get; init; }

    /// <summary>The report of a plan.</summary>
    public static DriftReport Of(TerraformPlan plan)
    {
        if (plan.Errored)
        {
            return Failure("Terraform could not refresh the state to its end.");
        }

        var drifted = plan.Drift
            .Where(x => x.Action is not (PlannedAction.NoOp or PlannedAction.Read))
            .Select(x => new DriftedResource(
                x.Address,
                x.Action == PlannedAction.Delete,
                x.Action == PlannedAction.Delete ? [] : AttributeDiff.Of(x).Where(y => !MovesByItself.Contains((x.Type, y.Path))).ToList()))
            // A move alone is the configuration's, not the world's.
            .Where(x => x.IsGone || x.Attributes.Count > 0)
            .OrderByDescending(x => x.IsGone).ThenBy(x => x.Address, StringComparer.Ordinal)
            .ToList();
        return new DriftReport { State = drifted.Count > 0 ? DriftState.Drifted : DriftState.None, Resources = drifted };
    }

    /// <summary>The report when there is no plan to read.</summary>
    public static DriftReport Failure(string why) => new() { State = DriftState.Failed, Resources = [], Why = why };

    /// <summary>One sentence.</summary>
    public string Headline => State switch
    {
        DriftState.None => "No drift: everything is as the state says.",
        DriftState.Drifted => string.Create(
            CultureInfo.InvariantCulture,
            $"Drift: {Resources.Count} {(Resources.Count == 1 ? "resource differs" : "resources differ")} from the "
                + $"state{(Resources.Count(x => x.IsGone) is > 0 and var gone ? $", {gone} of them {(gone == 1 ? "is" : "are")} gone" : "")}."),
        _ => $"Whether there is drift is not known. {Why}",
    };

    /// <summary>For a console and a log.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Headline).Append('\n');
        foreach (var resource in Resources)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {(resource.IsGone ? "-" : "~")} {resource.Address}{(resource.IsGone ? " is gone" : "")}\n");
            foreach (var attribute in resource.Attributes)
            {
                text.Append(CultureInfo.InvariantCulture, $"        {attribute}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>For an issue or the summary page of a CI host.</summary>
    public string ToMarkdown(string title, int maximumLength = PlanMarkdown.GitHubLimit)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### Terraform drift: {PlanMarkdown.Escape(title)}\n\n**{PlanMarkdown.Escape(Headline)}**\n");
        var blocks = Resources.Select(x => x.IsGone
            ? $"\n- {PlanMarkdown.Escape(x.Address)} is gone\n"
            : $"\n- {PlanMarkdown.Escape(x.Address)}\n\n{PlanMarkdown.Fenced(x.Attributes.Select(y => y.ToString()))}").ToList();
        PlanMarkdown.Append(text, blocks, maximumLength);
        return text.ToString();
    }
}
