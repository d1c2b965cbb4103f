using System.ComponentModel;
using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts child processes.</summary>
public static class ProcessTasks
{
    public static bool DefaultLogOutput { get; set; } = true;
    public static bool DefaultLogInvocation { get; set; } = true;
    public static bool LogWorkingDirectory { get; set; } = true;

    /// <summary>Where processes start when nothing else is said; null: the root directory.</summary>
    public static string DefaultWorkingDirectory { get; set; }

    /// <summary>Runs a command line of the system's shell.</summary>
    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null) =>
        EnvironmentInfo.IsWin
            ? StartProcess(
                ToolPathResolver.GetPathExecutable("cmd"), $"/c {command.DoubleQuote()}",
                workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter)
            : StartProcess(
                "/bin/sh", $"-c {ArgumentStringHandler.QuoteAlways(command)}",
                workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, outputFilter);

    /// <inheritdoc cref="StartProcess(string, string, string, IReadOnlyDictionary{string, string}, int?, bool?, bool?, Action{OutputType, string}, Func{string, string})"/>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null) =>
        StartProcess(
            toolPath, arguments.ToStringAndClear(), workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger,
            arguments.GetFilter());

    /// <summary>Starts a process without a shell. Ctrl-C kills it with everything that it started.</summary>
    /// <param name="toolPath">A path, or a name that is looked up on PATH.</param>
    /// <param name="arguments">As the process gets them; arguments with spaces in double quotes.</param>
    /// <param name="workingDirectory">Default: the root directory.</param>
    /// <param name="environmentVariables">Replaces the whole environment when given.</param>
    /// <param name="timeout">In milliseconds; then the process is killed with everything that it started.</param>
    /// <param name="logOutput">Whether lines are logged as they come.</param>
    /// <param name="logInvocation">Whether the command line is logged.</param>
    /// <param name="logger">Gets the lines instead of the log.</param>
    /// <param name="outputFilter">Changes lines and the logged command line, such as to remove secrets.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(toolPath);
        outputFilter ??= x => x;
        var file = Path.IsPathRooted(toolPath) ? toolPath : ToolPathResolver.GetPathExecutable(toolPath);
        var directory = workingDirectory ?? DefaultWorkingDirectory ?? BuildSession.Current.RootDirectory ?? Environment.CurrentDirectory;
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException($"'{toolPath}' cannot be started in '{directory}', because that directory does not exist.");

        if (logInvocation ?? DefaultLogInvocation)
        {
            Log.Information("> {Invocation}", $"{file.DoubleQuoteIfNeeded()} {outputFilter(arguments ?? "")}".TrimEnd());
            if (LogWorkingDirectory && workingDirectory is not null)
                Log.Debug("  in {Directory}", directory);
        }

        var startInfo = new ProcessStartInfo(file, arguments ?? "") { WorkingDirectory = directory };
        if (environmentVariables is not null)
        {
            startInfo.Environment.Clear();
            foreach (var (key, value) in environmentVariables)
                startInfo.Environment[key] = value;
        }

        try
        {
            return ChildProcess.Start(startInfo, timeout, logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null, outputFilter);
        }
        catch (Win32Exception exception)
        {
            throw new Exception($"'{file}' cannot be started: {exception.Message}. Check that it exists and may be executed.", exception);
        }
    }

    /// <summary>Standard output at debug level, standard error as errors.</summary>
    public static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Std)
            Log.Debug("{Line}", output);
        else
            Log.Error("{Line}", output);
    }
}
