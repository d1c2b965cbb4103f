namespace Nuke.Common.Tooling;

/// <summary>Base of the classes with the commands of one tool.</summary>
public abstract class ToolTasks
{
    /// <summary>The name or path of the executable.</summary>
    protected abstract string GetToolPath(ToolOptions options = null);

    /// <summary>Where the lines of the tool go.</summary>
    protected virtual Action<OutputType, string> GetLogger(ToolOptions options = null) => ProcessTasks.DefaultLogger;

    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions => options;

    /// <exception cref="ProcessException">The exit code is not 0, unless exit handling is off.</exception>
    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options = PreProcess(options ?? new T());
        var commandLine = CommandLineBuilder.Build(options);
        using var process = ProcessTasks.StartProcess(
            options.ProcessToolPath ?? GetToolPath(options),
            commandLine.Arguments,
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            options.ProcessLogger ?? GetLogger(options),
            commandLine.Filter);
        process.AssertWaitForExit();
        if (options.ProcessExitHandler is { } handler)
            handler(options, process);
        else if (options.ProcessExitHandling ?? true)
            process.AssertZeroExitCode();
        return process.Output;
    }

    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null)
    {
        Action<IProcess> handler = exitHandler is null ? null : process => exitHandler(process);
        return new ToolExecutor(GetToolPath()).Execute(
            arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger ?? GetLogger(), handler);
    }
}
