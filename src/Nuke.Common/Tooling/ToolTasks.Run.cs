namespace Nuke.Common.Tooling;

public abstract partial class ToolTasks
{
    /// <exception cref="ProcessException">The exit code is not 0, unless exit handling is off.</exception>
    protected virtual IReadOnlyCollection<Output> Run<T>(T? options = null)
        where T : ToolOptions, new()
    {
        options = PreProcess(options ?? new T());
        var commandLine = CommandLineBuilder.Build(options);
        var toolPath = GetToolPathInternal(options);
        using var process = ProcessTasks.StartProcess(
            toolPath,
            commandLine.Arguments,
            options.ProcessWorkingDirectory,
            options.EnvironmentOf(toolPath),
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            GetLogger(options),
            commandLine.Filter);
        process.AssertWaitForExit();
        if (options.ProcessExitHandling ?? true)
        {
            (options.ProcessExitHandler ?? GetExitHandler(options))(options, process);
        }

        PostProcess(options);
        return process.Output;
    }

    /// <exception cref="ProcessException">The exit code is not 0, unless exit handling is off.</exception>
    protected virtual (TResult Result, IReadOnlyCollection<Output> Output) Run<TOptions, TResult>(TOptions? options = null)
        where TOptions : ToolOptions, new()
    {
        options ??= new TOptions();
        var output = Run(options);
        try
        {
            // Null only where the tool says so: GetResult answers for TResult.
            return ((TResult)GetResult<TResult>(options, output)!, output);
        }
        catch (Exception exception)
        {
            var lines = string.Concat(output.Select(x => $"{Environment.NewLine}  > {x.Text}"));
            throw new InvalidDataException($"No {typeof(TResult).Name} can be read from the output of the command: {exception.Message}{lines}", exception);
        }
    }

    /// <exception cref="ProcessException">The exit code is not 0 and there is no <paramref name="exitHandler"/>.</exception>
    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<IProcess, object?>? exitHandler = null)
    {
        using var process = StartProcess(
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? GetLogger(),
            arguments.GetFilter());
        process.AssertWaitForExit();
        if (exitHandler is null)
        {
            GetExitHandler()(null, process);
        }
        else
        {
            exitHandler(process);
        }

        return process.Output;
    }

    protected virtual IProcess StartProcess(
        string arguments,
        string? workingDirectory,
        IReadOnlyDictionary<string, string>? environmentVariables,
        int? executionTimeout,
        bool? outputLogging,
        bool? invocationLogging,
        Action<OutputType, string>? logger,
        Func<string, string>? outputFilter = null)
        => ProcessTasks.StartProcess(
            GetToolPathInternal(),
            arguments,
            workingDirectory,
            environmentVariables,
            executionTimeout,
            outputLogging,
            invocationLogging,
            logger,
            outputFilter);
}
