namespace Fairlead.Releases;

/// <summary>What the source's history has between the release that was current before and this one.</summary>
/// <param name="Added">The commits that are new, newest first; at most <see cref="Most"/>.</param>
/// <param name="Dropped">The commits that only the release before has, newest first: an older commit was deployed, or another branch.</param>
public sealed record ReleasedCommits(IReadOnlyList<ReleasedCommit> Added, IReadOnlyList<ReleasedCommit> Dropped)
{
    /// <summary>How many of both together are recorded.</summary>
    public const int Most = 100;

    /// <summary>Whether there are more than are recorded.</summary>
    public bool HasMore { get; init; }
}

/// <param name="Commit">Full commit.</param>
/// <param name="Subject">First line of its message, at most 120 characters.</param>
public sealed record ReleasedCommit(string Commit, string Subject);
