using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Starts child processes.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput = true;
    public static bool DefaultLogInvocation = true;
    public static bool LogWorkingDirectory = true;

    /// <summary>Where processes start when nothing else is said; null: the root directory.</summary>
    public static string? DefaultWorkingDirectory;

    /// <summary>Runs a command line of the system's shell: cmd on Windows, else bash, or sh where there is none.</summary>
    public static IProcess StartShell(
        string command,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
        => EnvironmentInfo.IsWin
            ? StartProcess(
                ToolPathResolver.GetPathExecutable("cmd"), $"/c {command.DoubleQuote()}",
                workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter)
            : StartProcess(
                ToolPathResolver.TryGetPathExecutable("bash") ?? "/bin/sh", $"-c {ArgumentStringHandler.QuoteAlways(command)}",
                workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter);

    /// <inheritdoc cref="StartProcess(string, string, string, IReadOnlyDictionary{string, string}, int?, bool?, bool?, Action{OutputType, string}, Func{string, string})"/>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null)
        => StartProcess(
            toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            arguments.GetFilter());

    /// <summary>Starts a process without a shell. Ctrl-C kills it with everything that it started.</summary>
    /// <param name="toolPath">A path, or a name that is looked up on PATH. A .dll is run with dotnet.</param>
    /// <param name="arguments">As the process gets them; arguments with spaces in double quotes.</param>
    /// <param name="workingDirectory">Default: the root directory.</param>
    /// <param name="environmentVariables">Replaces the whole environment when given.</param>
    /// <param name="timeout">In milliseconds from the start; then the process is killed with everything that it started.</param>
    /// <param name="logOutput">Whether lines are logged as they come.</param>
    /// <param name="logInvocation">Whether the command line is logged.</param>
    /// <param name="logger">Gets the lines instead of the log.</param>
    /// <param name="outputFilter">Changes lines and the logged command line, such as to remove secrets.</param>
    /// <exception cref="FileNotFoundException">There is no such tool.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such working directory.</exception>
    /// <exception cref="InvalidOperationException">The tool cannot be executed.</exception>
    public static IProcess StartProcess(
        string toolPath,
        string? arguments = null,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<string, string>? outputFilter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(toolPath);
        outputFilter ??= x => x;
        var directory = workingDirectory ?? DefaultWorkingDirectory ?? BuildSession.Current.RootDirectory ?? Environment.CurrentDirectory;
        var start = ProcessStart.For(toolPath, arguments ?? "", directory, environmentVariables);
        if (logInvocation ?? DefaultLogInvocation)
        {
            Log.Information("> {Invocation}", $"{start.FileName.DoubleQuoteIfNeeded()} {outputFilter(start.Arguments)}".TrimEnd());
            if (LogWorkingDirectory && workingDirectory is not null)
            {
                Log.Debug("  in {Directory}", directory);
            }
        }

        return ChildProcess.Start(start, timeout, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null, outputFilter);
    }

    /// <summary>Standard output at debug level, standard error as errors.</summary>
    public static void DefaultLogger(OutputType type, string output)
        => Log.Write(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, "{Line}", output);

    /// <summary>Logs this process's environment at verbose level, each entry of a list such as PATH by itself.</summary>
    public static void PrintEnvironmentVariables()
    {
        foreach (var (name, value) in EnvironmentInfo.Variables.OrderBy(x => x.Key, StringComparer.OrdinalIgnoreCase))
        {
            // Whole: of a password in a URL no piece looks like one.
            var shown = BuildSession.Current.Secrets.Apply(value);
            var entries = IsList(name) ? shown.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) : [shown];
            var digits = entries.Length.ToString().Length;
            for (var i = 0; i < entries.Length; i++)
            {
                Log.Verbose("$ {Name:l} = {Value:l}", entries.Length == 1 ? name : $"{name}[{i.ToString().PadLeft(digits, '0')}]", entries[i]);
            }
        }
    }

    // PATH, PATHEXT, LD_LIBRARY_PATH, PSModulePath, XDG_DATA_DIRS.
    private static bool IsList(string name)
        => ((string[])["PATH", "PATHEXT", "DIRS"]).Any(x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    /// <summary>Warns of directories of PATH that do not exist.</summary>
    public static void CheckPathEnvironmentVariable()
    {
        foreach (var directory in EnvironmentInfo.Paths.Select(EnvironmentInfo.ExpandVariables).Where(x => !Directory.Exists(x)))
        {
            Log.Warning("PATH has the directory {Path}, which does not exist or cannot be read", directory);
        }
    }
}
