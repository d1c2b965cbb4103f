using System.Globalization;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>What the dry runs for people have in common.</summary>
internal static class DryRunWords
{
    /// <summary>So many changes of a step are told one by one.</summary>
    public const int MostChanges = 10;

    // A detail is one line by its contract, but a line can hold the paths of a whole site.
    private const int LongestDetail = 240;

    public static string Of(LookKind verdict) => verdict switch
    {
        LookKind.Unchanged => "unchanged",
        LookKind.WouldChange => "would change",
        LookKind.NotApplicable => "not applicable",
        LookKind.Impossible => "impossible",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "no such verdict"),
    };

    public static string Of(ChangeAction action) => action switch
    {
        ChangeAction.Create => "create",
        ChangeAction.Update => "update",
        ChangeAction.Delete => "delete",
        ChangeAction.Run => "run",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
    };

    public static string Size(long? bytes) => bytes is { } value ? ReportText.Bytes(value) : "";

    public static string Forecast(double? seconds) => seconds is { } value ? ReportText.Seconds(value) : "";

    public static string? Detail(PlannedChange change)
        => string.IsNullOrWhiteSpace(change.Detail) ? null : ReportText.Cut(ReportText.Line(change.Detail), LongestDetail);

    /// <summary>What is the same of all changes of the step, and need not be said of each; null where they differ or there is one.</summary>
    public static string? CommonDetail(DryRunStep step)
        => step.Changes.Count > 1 && Detail(step.Changes[0]) is { } detail && step.Changes.All(x => x.Detail == step.Changes[0].Detail) ? detail : null;

    /// <summary>What is told of the changes that are not told one by one: <c>… and 990 more, 12 MiB</c>; null when all are.</summary>
    public static string? Rest(DryRunStep step)
    {
        var rest = step.Changes.Skip(MostChanges).ToList();
        var size = rest.Exists(x => x.Bytes is not null) ? $", {ReportText.Bytes(rest.Sum(x => x.Bytes ?? 0))}" : "";
        return rest.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"… and {rest.Count:N0} more{size}");
    }
}
