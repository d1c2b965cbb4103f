using System.Diagnostics;

namespace Fairlead.Releases;

/// <summary>The commit that a release is made from.</summary>
/// <param name="Commit">Full commit; null when the directory is not in a git repository, or has no commit yet.</param>
/// <param name="IsDirty">Whether tracked files differ from the commit, or there are files that git neither tracks nor ignores.</param>
public sealed record SourceRevision(string? Commit, bool IsDirty)
{
    public static async Task<SourceRevision> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        // One start of git tells both: the first line is "# branch.oid <commit>", further lines without '#' are changes.
        var output = await GitAsync(directory, ["status", "--porcelain=v2", "--branch"], cancellationToken);
        var lines = output?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        const string Oid = "# branch.oid ";
        var commit = lines.FirstOrDefault(x => x.StartsWith(Oid, StringComparison.Ordinal))?[Oid.Length..].Trim();
        return new SourceRevision(commit is "(initial)" ? null : commit, lines.Any(x => x[0] != '#'));
    }

    private static async Task<string?> GitAsync(string directory, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(
                "git",
                arguments)
            { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
            var error = process!.StandardError.ReadToEndAsync(cancellationToken);
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
