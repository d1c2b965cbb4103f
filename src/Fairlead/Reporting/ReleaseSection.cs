using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Reporting;

/// <summary>What a run did to a release, in words: the first thing that its report tells. Whoever made the release fills it in.</summary>
public sealed record ReleaseSection
{
    /// <summary>Id of the release.</summary>
    public required string Release { get; init; }

    /// <summary>How it ended, in a word for people: <c>Succeeded (not smoke-tested)</c>, <c>RolledBack</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Whether the outcome is a success.</summary>
    public required bool IsSuccess { get; init; }

    /// <summary>One sentence on what serves now, as it was seen in this run; null where nothing was asked.</summary>
    public string? Live { get; init; }

    /// <summary>Public URL of the application; null where it has none. A link only when it is http or https.</summary>
    public string? Url { get; init; }

    /// <summary>Where it went, so that nobody believes to have deployed somewhere else: <c>the local cloud on this machine, not AWS</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The release that was current before; null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>What changed against it, one thing each.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What the public URL was asked, and what it said.</summary>
    public IReadOnlyList<ReleaseSectionCheck> Checks { get; init; } = [];

    /// <summary>Why it is not a success, line by line; empty for a success.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];

    /// <summary>What the run did, in order.</summary>
    public IReadOnlyList<ReleaseSectionStep> Steps { get; init; } = [];

    /// <summary>What to do next, as a sentence; null when nothing.</summary>
    public string? Next { get; init; }

    /// <summary>The section with every text changed, for taking out secrets.</summary>
    internal ReleaseSection Masked(Func<string, string> mask) => this with
    {
        Live = Live is null ? null : mask(Live),
        Url = Url is null ? null : mask(Url),
        Place = mask(Place),
        Changes = [.. Changes.Select(mask)],
        Checks = [.. Checks.Select(x => x with { Name = mask(x.Name), Answer = mask(x.Answer) })],
        Why = [.. Why.Select(mask)],
        Steps = [.. Steps.Select(x => x with { Reason = mask(x.Reason) })],
        Next = Next is null ? null : mask(Next),
    };

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
