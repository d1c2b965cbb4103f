using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

/// <summary>Changes how the process of a tool runs.</summary>
public static class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string value) where T : ToolOptions => o.Set(nameof(o.ProcessToolPath), value);
    public static T SetProcessWorkingDirectory<T>(this T o, string value) where T : ToolOptions => o.Set(nameof(o.ProcessWorkingDirectory), value);

    /// <summary>Replaces the whole environment.</summary>
    public static T SetProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions =>
        o.Set(nameof(o.ProcessEnvironmentVariables), new ReadOnlyDictionary<string, string>(new Dictionary<string, string>(values)));

    /// <inheritdoc cref="SetProcessEnvironmentVariables{T}(T, Dictionary{string, string})"/>
    public static T SetProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions =>
        o.Set(nameof(o.ProcessEnvironmentVariables), values);

    /// <summary>Adds a variable to what was set, else to this process's environment.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions =>
        o.SetProcessEnvironmentVariables(new Dictionary<string, string>(o.ProcessEnvironmentVariables ?? EnvironmentInfo.Variables) { [key] = value });

    /// <inheritdoc cref="SetProcessEnvironmentVariable{T}(T, string, string)"/>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object value) where T : ToolOptions =>
        o.SetProcessEnvironmentVariable(key, FormattableString.Invariant($"{value}"));

    /// <inheritdoc cref="SetProcessEnvironmentVariable{T}(T, string, string)"/>
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions =>
        o.SetProcessEnvironmentVariable(key, value);

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key) where T : ToolOptions
    {
        var variables = new Dictionary<string, string>(o.ProcessEnvironmentVariables ?? EnvironmentInfo.Variables);
        variables.Remove(key);
        return o.SetProcessEnvironmentVariables(variables);
    }

    public static T SetProcessExecutionTimeout<T>(this T o, int? value) where T : ToolOptions => o.Set(nameof(o.ProcessExecutionTimeout), value);
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value) where T : ToolOptions =>
        o.SetProcessExecutionTimeout((int)value.TotalMilliseconds);
    public static T SetProcessOutputLogging<T>(this T o, bool? value) where T : ToolOptions => o.Set(nameof(o.ProcessOutputLogging), value);
    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(true);
    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(false);
    public static T SetProcessInvocationLogging<T>(this T o, bool? value) where T : ToolOptions => o.Set(nameof(o.ProcessInvocationLogging), value);
    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(true);
    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(false);
    public static T SetProcessExitHandling<T>(this T o, bool? value) where T : ToolOptions => o.Set(nameof(o.ProcessExitHandling), value);
    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(true);
    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(false);

    /// <summary>Texts that are not shown in the log.</summary>
    public static T SetProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.SetList(nameof(o.ProcessRedactedSecrets), v);
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions => o.AddList(nameof(o.ProcessRedactedSecrets), v);

    /// <summary>Arguments that go last, as they are.</summary>
    public static T SetProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions =>
        o.SetList(nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions =>
        o.AddList(nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions =>
        o.AddList(nameof(o.ProcessAdditionalArguments), v);

    /// <summary>Gets the lines instead of the log.</summary>
    public static T SetProcessLogger<T>(this T o, Action<OutputType, string> v) where T : ToolOptions => o.Set(nameof(o.ProcessLogger), v);

    /// <summary>Decides about the exit code instead of the tool.</summary>
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess> exitHandler) where T : ToolOptions =>
        o.Set(nameof(o.ProcessExitHandler), new Action<ToolOptions, IProcess>((_, process) => exitHandler(process)));
}
