using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

[LogErrorAsStandard]
public partial class GitTasks
{
    /// <summary>Whether HEAD is on no branch.</summary>
    public static bool GitIsDetached() => GitIsDetached(workingDirectory: null);

    /// <inheritdoc cref="GitIsDetached()"/>
    public static bool GitIsDetached(string? workingDirectory) => Ask("branch --show-current", workingDirectory).Count == 0;

    /// <summary>Whether nothing is changed, staged or untracked.</summary>
    public static bool GitHasCleanWorkingCopy() => GitHasCleanWorkingCopy(workingDirectory: null);

    /// <inheritdoc cref="GitHasCleanWorkingCopy()"/>
    public static bool GitHasCleanWorkingCopy(string? workingDirectory) => Ask("status --short", workingDirectory).Count == 0;

    /// <summary>HEAD when it is on no branch.</summary>
    public static string GitCurrentBranch() => GitCurrentBranch(workingDirectory: null);

    /// <inheritdoc cref="GitCurrentBranch()"/>
    public static string GitCurrentBranch(string? workingDirectory) => Ask("rev-parse --abbrev-ref HEAD", workingDirectory).Single();

    public static string GitCurrentCommit() => GitCurrentCommit(workingDirectory: null);

    public static string GitCurrentCommit(string? workingDirectory) => Ask("rev-parse HEAD", workingDirectory).Single();

    private static List<string> Ask(string arguments, string? workingDirectory)
        => [.. Git(arguments, workingDirectory, logOutput: false).Where(x => x.Type == OutputType.Std).Select(x => x.Text)];
}
