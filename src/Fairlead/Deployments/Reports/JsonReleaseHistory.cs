using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Deployments.Reports;

/// <summary>
/// The releases of a place as JSON, for programs: newest first, with everything that each changed. What is not known is left out; members are only ever
/// added within a version. <c>outcome</c> is as the manifest has it: <c>Succeeded</c>, <c>Unchanged</c>, <c>RolledBack</c> or <c>Failed</c>; the
/// <c>change</c> of a part is <c>unchanged</c>, <c>changed</c>, <c>added</c> or <c>removed</c>; <c>isLookedAt</c> says of what is restorable whether the
/// place was asked, or only the record. <c>rollbackTarget</c> is what a rollback takes that names none. Times are UTC.
/// </summary>
public static class JsonReleaseHistory
{
    /// <summary>Version of the JSON.</summary>
    public const int CurrentVersion = 1;

    public static string Write(ReleaseHistory history)
        => JsonSerializer.Serialize(
            new ReleaseHistoryDocument(
                CurrentVersion,
                history.Place,
                history.Current?.Release,
                history.RollbackTarget?.Release,
                [.. history.Releases.Select(Document)],
                [.. history.Damage.Select(x => x.ToString())]),
            ReleaseHistoryJson.Readable.ReleaseHistoryDocument) + "\n";

    private static ReleaseDocument Document(ReleaseHistoryEntry entry) => new()
    {
        Release = entry.Release,
        Outcome = entry.Manifest.Outcome,
        Word = entry.Word,
        Reason = entry.Manifest.Reason,
        Verified = entry.Manifest.Verified,
        IsCurrent = entry.IsCurrent,
        IsRestorable = entry.IsRestorable,
        WhyNotRestorable = entry.WhyNotRestorable,
        IsLookedAt = entry.IsRestorable ? entry.IsLookedAt : null,
        Started = entry.Manifest.Started.UtcDateTime,
        Finished = entry.Manifest.Finished.UtcDateTime,
        Seconds = Math.Round(entry.Duration.TotalSeconds, 3),
        Who = entry.Person,
        RunUrl = entry.RunUrl,
        Commit = entry.Manifest.Commit,
        Content = entry.Manifest.Content,
        SameContentAs = entry.SameContentAs,
        PreviousRelease = entry.Manifest.PreviousRelease,
        Summary = ReleaseHistoryWords.InShort(entry),
        Changes = entry.Changes,
        Steps = entry.Manifest.Steps,
    };
}

internal sealed record ReleaseHistoryDocument(
    int Version,
    ReleasePlace? Place,
    ReleaseId? Current,
    ReleaseId? RollbackTarget,
    IReadOnlyList<ReleaseDocument> Releases,
    IReadOnlyList<string> Damage);

internal sealed record ReleaseDocument
{
    public required ReleaseId Release { get; init; }

    public required OutcomeKind Outcome { get; init; }

    public required string Word { get; init; }

    public required string Reason { get; init; }

    public required bool Verified { get; init; }

    public required bool IsCurrent { get; init; }

    public required bool IsRestorable { get; init; }

    public string? WhyNotRestorable { get; init; }

    public bool? IsLookedAt { get; init; }

    public required DateTime Started { get; init; }

    public required DateTime Finished { get; init; }

    public required double Seconds { get; init; }

    public required string Who { get; init; }

    public string? RunUrl { get; init; }

    public string? Commit { get; init; }

    public required ContentDigest Content { get; init; }

    public ReleaseId? SameContentAs { get; init; }

    public ReleaseId? PreviousRelease { get; init; }

    public required string Summary { get; init; }

    public required ReleaseDifference Changes { get; init; }

    public required IReadOnlyList<RecordedStep> Steps { get; init; }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}

[JsonSerializable(typeof(ReleaseHistoryDocument))]
internal sealed partial class ReleaseHistoryJson : JsonSerializerContext
{
    public static ReleaseHistoryJson Readable { get; } = new(ReportJson.Options(
        new JsonStringEnumConverter<OutcomeKind>(),
        new JsonStringEnumConverter<PartChange>(JsonNamingPolicy.CamelCase)));
}
