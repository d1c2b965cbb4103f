using System.Globalization;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>What the histories of all formats say in the same words.</summary>
internal static class ReleaseHistoryWords
{
    /// <summary>UTC.</summary>
    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What the release changed, in one line.</summary>
    public static string InShort(ReleaseHistoryEntry entry)
    {
        var changes = entry.Changes.Previous is not null ? entry.IsSuccess ? entry.Changes.Summary() : $"was to change: {WasToChange(entry.Changes)}"
            : entry.Manifest.PreviousRelease is { } lost ? $"after {lost}, whose record is not there"
            : "the first release";
        return entry.SameContentAs is { } same ? $"the content of {same} again; {changes}" : changes;
    }

    /// <summary>What is said of a release that can be gone back to as its record says, for a mark beside it.</summary>
    public static string Restorable(ReleaseHistoryEntry entry) => entry.IsLookedAt == false ? "restorable by its record" : "restorable";

    /// <summary>What to do about a record that cannot be read, as a sentence.</summary>
    public static string Next(LedgerDamage damage) => damage.IsNewer ? "Use the newer Fairlead to see it." : $"Mend it with {LedgerDamage.Command}.";

    /// <summary>What the public URL said, as a sentence.</summary>
    public static string SmokeTest(ReleaseHistoryEntry entry) => entry.SmokeTest switch
    {
        { Outcome: { } outcome } step => $"{outcome}. {ReportText.Line(step.Reason)}",
        { } step => $"Not run. {ReportText.Line(step.Reason)}",
        null => entry.Manifest.Verified ? "Passed: the public URL was asked, and named this release." : "The record names none.",
    };

    private static string WasToChange(ReleaseDifference changes) => changes.IsEmpty ? "nothing" : changes.Summary();
}
