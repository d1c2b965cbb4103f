using Fairlead.Secrets.Children;

namespace Fairlead.Releases;

/// <summary>The commit that a release is made from.</summary>
/// <param name="Commit">Full commit; null when the directory is not in a git repository, or has no commit yet.</param>
/// <param name="IsDirty">Whether tracked files differ from the commit, or there are files that git neither tracks nor ignores.</param>
public sealed record SourceRevision(string? Commit, bool IsDirty)
{
    private const int LongestSubject = 120;

    public static async Task<SourceRevision> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        // One start of git tells both: the first line is "# branch.oid <commit>", further lines without '#' are changes.
        var output = await GitAsync(directory, ["status", "--porcelain=v2", "--branch"], cancellationToken);
        var lines = output?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        const string Oid = "# branch.oid ";
        var commit = lines.FirstOrDefault(x => x.StartsWith(Oid, StringComparison.Ordinal))?[Oid.Length..].Trim();
        return new SourceRevision(commit is "(initial)" ? null : commit, lines.Any(x => x[0] != '#'));
    }

    /// <summary>What the history has between two commits; null when it does not have both, as in a clone without its whole history.</summary>
    public static async Task<ReleasedCommits?> ReadCommitsAsync(string directory, string before, string after, CancellationToken cancellationToken)
    {
        // %m says which of the two has the commit.
        string[] arguments =
        [
            "log", "--no-show-signature", "--left-right", $"--max-count={ReleasedCommits.Most + 1}", "--format=%m %H %s", $"{before}...{after}", "--",
        ];
        if (!IsCommit(before) || !IsCommit(after) || await GitAsync(directory, arguments, cancellationToken) is not { } output)
        {
            return null;
        }

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var told = lines.Take(ReleasedCommits.Most).Select(x => x.Split(' ', 3)).Where(x => x.Length == 3).ToList();
        return new ReleasedCommits(Of(">"), Of("<")) { HasMore = lines.Length > ReleasedCommits.Most };

        IReadOnlyList<ReleasedCommit> Of(string side) => [.. told.Where(x => x[0] == side).Select(x => new ReleasedCommit(x[1], Cut(x[2])))];

        static string Cut(string subject) => subject.Length <= LongestSubject ? subject : $"{subject[..LongestSubject]}…";

        // It may be of a record that somebody else wrote, and must not be an option of git.
        static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);
    }

    private static async Task<string?> GitAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var start = ChildStart.Of("git", arguments, ChildEnvironment.Bare(ChildEnvironment.OfThisProcess(), "GIT_*", "XDG_CONFIG_HOME"));
            start.WorkingDirectory = directory;
            using var process = ChildStart.Run(start);
            using var watch = OrphanWatch.Over(process);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await error;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
