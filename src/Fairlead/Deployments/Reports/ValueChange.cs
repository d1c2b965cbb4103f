namespace Fairlead.Deployments.Reports;

/// <summary>A value of a release that is another than in the release before.</summary>
/// <param name="Before">What it was; null when there was none.</param>
/// <param name="After">What it is; null when there is none any more.</param>
public sealed record ValueChange(string? Before, string? After)
{
    /// <summary>The change; null where the two are the same.</summary>
    public static ValueChange? Between(string? before, string? after) => before == after ? null : new ValueChange(before, after);
}
