using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

/// <summary>Options of a command, and of the process that runs it.</summary>
public abstract class ToolOptions : Options
{
    protected ToolOptions() => VerbosityDefaults.ApplyTo(this);

    public string? ProcessToolPath => Get<string>();
    public string? ProcessWorkingDirectory => Get<string>();

    /// <summary>
    /// The whole environment of the process. Unless all of it was set, this process's without credentials and secrets, with what was set; null after a
    /// reset, which means this process's without credentials and secrets.
    /// </summary>
    public IReadOnlyDictionary<string, string>? ProcessEnvironmentVariables
        => IsEnvironmentReset ? null : GivenEnvironmentVariables ?? ToolEnvironment.Shown(EnvironmentChanges);

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

    /// <summary>null: the process inherits this one's environment, with the <see cref="EnvironmentChanges"/>.</summary>
    internal IReadOnlyDictionary<string, string>? GivenEnvironmentVariables => Get<IReadOnlyDictionary<string, string>>(nameof(ProcessEnvironmentVariables));

    /// <summary>What was set (or with null removed) of an environment that is inherited. The build said so, whatever else the tool may see.</summary>
    internal IReadOnlyDictionary<string, string?> EnvironmentChanges { get; set; } = ReadOnlyDictionary<string, string?>.Empty;

    internal bool IsEnvironmentReset { get; set; }

    /// <summary>What the process of a tool gets.</summary>
    internal IReadOnlyDictionary<string, string> EnvironmentOf(string toolPath)
        => GivenEnvironmentVariables ?? ToolEnvironment.For(toolPath, EnvironmentChanges);
}
