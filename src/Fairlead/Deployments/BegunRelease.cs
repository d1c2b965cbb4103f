using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments;

/// <summary>A release that a run has noted as begun or as to be put right, with what the ledger knows of how that ended.</summary>
/// <param name="Intent">What the run noted.</param>
/// <param name="Record">The record of that release; null when there is none.</param>
/// <param name="Newest">The newest record of all: a way back by hand leaves one of its own.</param>
internal sealed record BegunRelease(ReleaseIntent Intent, LedgerEntry? Record, LedgerEntry? Newest)
{
    private const int LongestReason = 300;

    /// <summary>How the way back ended that noted this; null when it was none, or it left no record.</summary>
    private ReleaseManifest? WayBack
        => Newest?.Manifest is { } manifest && manifest.Restores == Intent.Release && manifest.Started == Intent.Started ? manifest : null;

    /// <summary>Its record, or that of the way back, where it ended as a failure; else null.</summary>
    public ReleaseManifest? Failure => (WayBack ?? Record?.Manifest) is { Outcome: OutcomeKind.Failed } failed ? failed : null;

    /// <summary>Null when nothing is noted.</summary>
    public static async Task<BegunRelease?> ReadAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        if (await ledger.ReadIntentAsync(cancellationToken) is not { } intent)
        {
            return null;
        }

        var record = ledger.ReadEntryAsync(intent.Release, cancellationToken);
        var newest = await ledger.ListReleasesAsync(1, cancellationToken);
        return new BegunRelease(intent, await record, newest.Count == 0 ? null : newest[0]);
    }

    /// <summary>What is known of it where nobody works at the place any more, in one or two sentences.</summary>
    /// <param name="current">The release that is current; null when none is, or nobody knows.</param>
    public string Describe(ReleaseId? current)
    {
        if (WayBack is { } back)
        {
            return back.Outcome == OutcomeKind.Succeeded
                ? $"Release {Intent.Release} is current again, and something is still to be done: the edge may hold copies of earlier pages."
                : $"Going back to release {Intent.Release} {Ended(back)}";
        }

        return Record switch
        {
            null => $"{Began($"release {Intent.Release}")}, and it is not recorded; what that run wrote may be of that release.",
            { Damage: { } damage } => $"{Began($"release {Intent.Release}")}; how it ended cannot be read. {damage} "
                + (damage.IsNewer ? "Use the newer Fairlead." : $"Mend it with {LedgerDamage.Command}."),
            { Manifest: { Outcome: OutcomeKind.RolledBack } rolledBack } => $"Release {Intent.Release} ended RolledBack at {rolledBack.Finished:u}, and "
                + "something is still to be done: the edge may hold copies of its pages.",
            { Manifest: { Outcome: OutcomeKind.Failed } failed } => $"Release {Intent.Release} {Ended(failed)}",
            { Manifest: { } manifest } when Intent.Started > manifest.Finished => current is not null && Intent.Release.CompareTo(current) < 0
                ? $"{Began($"to go back to release {Intent.Release}")}, and did not say that it ended."
                : $"{Began($"to put release {Intent.Release} right")}, and did not say that it ended.",
            _ when Intent.Release == current =>
                $"Release {Intent.Release} is recorded, and something is still to be done: the edge may hold copies of earlier pages.",
            _ => $"Release {Intent.Release} is recorded, and its run was interrupted before it was made the current one.",
        };
    }

    private string Began(string what) => $"A run of {Intent.Owner} began {what} on {Intent.Started:u}";

    private static string Ended(ReleaseManifest record)
        => $"ended {record.Outcome} at {record.Finished:u}, and what it had changed was left: {ReportText.Cut(ReportText.Line(record.Reason), LongestReason)}";
}
