using System.Text;
using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Deployments.Reports;

/// <summary>A release in the history of its place.</summary>
/// <param name="Manifest">Its record.</param>
/// <param name="Changes">What it changed against the release that was current before.</param>
public sealed record ReleaseHistoryEntry(ReleaseManifest Manifest, ReleaseDifference Changes)
{
    public ReleaseId Release => Manifest.Release;

    /// <summary>Whether it is the release that was deployed last and did not fail.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Why it cannot be gone back to, as a sentence; null when it can.</summary>
    public string? WhyNotRestorable { get; init; }

    /// <summary>Whether the place was asked for what going back to it needs; null where nobody asked for any release.</summary>
    public bool? IsLookedAt { get; init; }

    /// <summary>The release that this one brought back, or the first with this very content; null where its content is new.</summary>
    public ReleaseId? SameContentAs { get; init; }

    public bool IsRestorable => WhyNotRestorable is null;

    /// <summary>How it ended, in a word for people; a success that nothing vouches for never reads <c>Succeeded</c> alone.</summary>
    public string Word => new Outcome(Manifest.Outcome, Manifest.Reason) { NotSmokeTested = !Manifest.Verified }.Word;

    public bool IsSuccess => Manifest.Outcome is OutcomeKind.Succeeded or OutcomeKind.Unchanged;

    public TimeSpan Duration => Manifest.Finished - Manifest.Started;

    /// <summary>Who made it, without the URL of the run.</summary>
    public string Person => string.Join(", ", Parts().Where(x => !IsUrl(x))) is { Length: > 0 } person ? person : "CI";

    /// <summary>URL of the CI run, http or https, without credentials; null when it was made on a person's machine.</summary>
    public string? RunUrl => Parts().FirstOrDefault(IsUrl) is { } url ? UrlText.Of(url) : null;

    /// <summary>What the smoke test ended with; null when the record does not say.</summary>
    public RecordedStep? SmokeTest => RecordedSteps.SmokeTest(Manifest);

    /// <summary>What brings it back.</summary>
    public string RollbackCommand => $"./build.sh Rollback --to {Release}";

    private string[] Parts() => Manifest.Who.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsUrl(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
