using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>Runs git. GIT_EXE overrides which one is used.</summary>
public class GitTasks : ToolTasks, IRequirePathTool
{
    private static readonly GitTasks s_instance = new();
    private static string s_path;

    public static string GitPath
    {
        get => s_path ?? ToolPathResolver.TryGetEnvironmentExecutable("GIT_EXE") ?? ToolPathResolver.GetPathExecutable("git");
        set => s_path = value;
    }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Git(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        s_instance.Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Whether nothing is changed, staged or untracked.</summary>
    public static bool GitHasCleanWorkingCopy(string workingDirectory = null) => Quiet("status --short", workingDirectory).Count == 0;

    /// <summary>HEAD when the working copy is on no branch.</summary>
    public static string GitCurrentBranch(string workingDirectory = null) =>
        Quiet("rev-parse --abbrev-ref HEAD", workingDirectory).Single().Text;

    public static string GitCurrentCommit(string workingDirectory = null) => Quiet("rev-parse HEAD", workingDirectory).Single().Text;

    public static bool GitIsDetached(string workingDirectory = null) => GitCurrentBranch(workingDirectory) == "HEAD";

    protected override string GetToolPath(ToolOptions options = null) => GitPath;

    // Git reports progress on standard error.
    protected override Action<OutputType, string> GetLogger(ToolOptions options = null) => (_, line) => Serilog.Log.Debug("{Line}", line);

    private static IReadOnlyCollection<Output> Quiet(string arguments, string workingDirectory) =>
        Git(arguments, workingDirectory, logOutput: false, logInvocation: false);
}
