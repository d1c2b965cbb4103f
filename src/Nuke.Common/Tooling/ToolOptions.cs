namespace Nuke.Common.Tooling;

/// <summary>Options of a command, and of the process that runs it.</summary>
public abstract class ToolOptions : Options
{
    protected ToolOptions() => VerbosityDefaults.ApplyTo(this);

    public string? ProcessToolPath => Get<string>();
    public string? ProcessWorkingDirectory => Get<string>();

    /// <summary>The whole environment of the process: this process's unless set; null after a reset, which means the same.</summary>
    public IReadOnlyDictionary<string, string>? ProcessEnvironmentVariables
        => IsEnvironmentReset ? null : GivenEnvironmentVariables ?? EnvironmentInfo.Variables;

    /// <summary>In milliseconds.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();
    public bool? ProcessOutputLogging => Get<bool?>();
    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>false: an exit code other than 0 is not an error.</summary>
    public bool? ProcessExitHandling => Get<bool?>();

    /// <summary>Texts that are replaced by [REDACTED] in the invocation, the output and errors.</summary>
    public IReadOnlyList<string>? ProcessRedactedSecrets => Get<IReadOnlyList<string>>();

    /// <summary>Arguments that go last, as they are.</summary>
    public IReadOnlyList<string>? ProcessAdditionalArguments => Get<IReadOnlyList<string>>();

    internal Action<OutputType, string>? ProcessLogger { get; set; }
    internal Func<ToolOptions, IProcess, object?>? ProcessExitHandler { get; set; }

    /// <summary>null: the process inherits this one's environment.</summary>
    internal IReadOnlyDictionary<string, string>? GivenEnvironmentVariables => Get<IReadOnlyDictionary<string, string>>(nameof(ProcessEnvironmentVariables));

    internal bool IsEnvironmentReset { get; set; }
}
