namespace Nuke.Common.Tooling;

/// <summary>Options of a command, and of the process that runs it.</summary>
public abstract class ToolOptions : Options
{
    public string ProcessToolPath => Get<string>();
    public string ProcessWorkingDirectory => Get<string>();

    /// <summary>The whole environment when set.</summary>
    public IReadOnlyDictionary<string, string> ProcessEnvironmentVariables => Get<IReadOnlyDictionary<string, string>>();

    /// <summary>In milliseconds.</summary>
    public int? ProcessExecutionTimeout => Get<int?>();
    public bool? ProcessOutputLogging => Get<bool?>();
    public bool? ProcessInvocationLogging => Get<bool?>();

    /// <summary>false: an exit code other than 0 is not an error.</summary>
    public bool? ProcessExitHandling => Get<bool?>();
    public IReadOnlyList<string> ProcessRedactedSecrets => Get<IReadOnlyList<string>>() ?? [];
    public IReadOnlyList<string> ProcessAdditionalArguments => Get<IReadOnlyList<string>>() ?? [];

    internal Action<OutputType, string> ProcessLogger => Get<Action<OutputType, string>>();
    internal Action<ToolOptions, IProcess> ProcessExitHandler => Get<Action<ToolOptions, IProcess>>();
}
