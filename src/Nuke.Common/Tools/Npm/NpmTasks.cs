using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.Npm;

/// <summary>The commands of npm. NPM_EXE overrides which one is used.</summary>
public class NpmTasks : ToolTasks, IRequirePathTool
{
    private static readonly NpmTasks s_instance = new();
    private static string s_path;

    public static string NpmPath
    {
        get => s_path ?? ToolPathResolver.TryGetEnvironmentExecutable("NPM_EXE") ?? ToolPathResolver.GetPathExecutable("npm");
        set => s_path = value;
    }

    /// <summary>Where the lines of npm go. It writes notices and progress to standard error, so that only its error lines are errors.</summary>
    public static Action<OutputType, string> NpmLogger { get; set; } = LogLine;

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Npm(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        s_instance.Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Installs exactly what the lock file says.</summary>
    public static IReadOnlyCollection<Output> NpmCi(NpmCiSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="NpmCi(NpmCiSettings)"/>
    public static IReadOnlyCollection<Output> NpmCi(Configure<NpmCiSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new NpmCiSettings()));

    /// <summary>Installs packages.</summary>
    public static IReadOnlyCollection<Output> NpmInstall(NpmInstallSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="NpmInstall(NpmInstallSettings)"/>
    public static IReadOnlyCollection<Output> NpmInstall(Configure<NpmInstallSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new NpmInstallSettings()));

    /// <summary>Runs a script of package.json.</summary>
    public static IReadOnlyCollection<Output> NpmRun(NpmRunSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="NpmRun(NpmRunSettings)"/>
    public static IReadOnlyCollection<Output> NpmRun(Configure<NpmRunSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new NpmRunSettings()));

    protected override string GetToolPath(ToolOptions options = null) => NpmPath;

    protected override Action<OutputType, string> GetLogger(ToolOptions options = null) => NpmLogger;

    private static void LogLine(OutputType type, string line)
    {
        if (type == OutputType.Err && line.StartsWith("npm ERR!", StringComparison.OrdinalIgnoreCase))
            Log.Error("{Line}", line);
        else if (type == OutputType.Err && line.StartsWith("npm error", StringComparison.OrdinalIgnoreCase))
            Log.Error("{Line}", line);
        else
            Log.Debug("{Line}", line);
    }
}
