namespace Nuke.Common.Tooling;

/// <summary>Changes how the process of a tool runs.</summary>
public static partial class ToolOptionsExtensions
{
    public static T SetProcessToolPath<T>(this T o, string? value) where T : ToolOptions => OptionsChange.Set(o, nameof(o.ProcessToolPath), value);
    public static T ResetProcessToolPath<T>(this T o) where T : ToolOptions => OptionsChange.Set(o, nameof(o.ProcessToolPath), null);

    public static T SetProcessWorkingDirectory<T>(this T o, string? value) where T : ToolOptions
        => OptionsChange.Set(o, nameof(o.ProcessWorkingDirectory), value);
    public static T ResetProcessWorkingDirectory<T>(this T o) where T : ToolOptions => OptionsChange.Set(o, nameof(o.ProcessWorkingDirectory), null);

    /// <summary>In milliseconds.</summary>
    public static T SetProcessExecutionTimeout<T>(this T o, int? value) where T : ToolOptions
        => OptionsChange.Set(o, nameof(o.ProcessExecutionTimeout), value);
    public static T SetProcessExecutionTimeout<T>(this T o, TimeSpan value) where T : ToolOptions
        => o.SetProcessExecutionTimeout((int)value.TotalMilliseconds);
    public static T ResetProcessExecutionTimeout<T>(this T o) where T : ToolOptions => o.SetProcessExecutionTimeout(null);

    public static T SetProcessOutputLogging<T>(this T o, bool? value) where T : ToolOptions
        => OptionsChange.Set(o, nameof(o.ProcessOutputLogging), value);
    public static T EnableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(true);
    public static T DisableProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(false);
    public static T ResetProcessOutputLogging<T>(this T o) where T : ToolOptions => o.SetProcessOutputLogging(null);

    public static T SetProcessInvocationLogging<T>(this T o, bool? value) where T : ToolOptions
        => OptionsChange.Set(o, nameof(o.ProcessInvocationLogging), value);
    public static T EnableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(true);
    public static T DisableProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(false);
    public static T ResetProcessInvocationLogging<T>(this T o) where T : ToolOptions => o.SetProcessInvocationLogging(null);

    /// <summary>Whether an exit code other than 0 is an error.</summary>
    public static T SetProcessExitHandling<T>(this T o, bool? value) where T : ToolOptions
        => OptionsChange.Set(o, nameof(o.ProcessExitHandling), value);
    public static T EnableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(true);
    public static T DisableProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(false);
    public static T ToggleProcessExitHandling<T>(this T o) where T : ToolOptions => OptionsChange.Toggle(o, nameof(o.ProcessExitHandling));
    public static T ResetProcessExitHandling<T>(this T o) where T : ToolOptions => o.SetProcessExitHandling(null);

    /// <summary>Texts that are replaced by [REDACTED] in the invocation, the output and errors.</summary>
    public static T SetProcessRedactedSecrets<T>(this T o, params string[]? v) where T : ToolOptions
        => OptionsChange.SetList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T SetProcessRedactedSecrets<T>(this T o, IEnumerable<string>? v) where T : ToolOptions
        => OptionsChange.SetList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T AddProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions
        => OptionsChange.AddList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T AddProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions
        => OptionsChange.AddList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T RemoveProcessRedactedSecrets<T>(this T o, params string[] v) where T : ToolOptions
        => OptionsChange.RemoveList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T RemoveProcessRedactedSecrets<T>(this T o, IEnumerable<string> v) where T : ToolOptions
        => OptionsChange.RemoveList(o, nameof(o.ProcessRedactedSecrets), v);
    public static T ClearProcessRedactedSecrets<T>(this T o) where T : ToolOptions
        => OptionsChange.ClearList<T, string>(o, nameof(o.ProcessRedactedSecrets));

    /// <summary>Arguments that go last, as they are.</summary>
    public static T SetProcessAdditionalArguments<T>(this T o, params string[]? v) where T : ToolOptions
        => OptionsChange.SetList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T SetProcessAdditionalArguments<T>(this T o, IEnumerable<string>? v) where T : ToolOptions
        => OptionsChange.SetList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions
        => OptionsChange.AddList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T AddProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions
        => OptionsChange.AddList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T RemoveProcessAdditionalArguments<T>(this T o, params string[] v) where T : ToolOptions
        => OptionsChange.RemoveList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T RemoveProcessAdditionalArguments<T>(this T o, IEnumerable<string> v) where T : ToolOptions
        => OptionsChange.RemoveList(o, nameof(o.ProcessAdditionalArguments), v);
    public static T ClearProcessAdditionalArguments<T>(this T o) where T : ToolOptions
        => OptionsChange.ClearList<T, string>(o, nameof(o.ProcessAdditionalArguments));

    /// <summary>Gets the lines instead of the log.</summary>
    public static T SetProcessLogger<T>(this T o, Action<OutputType, string>? v) where T : ToolOptions => o.Modify2(b => b.ProcessLogger = v);

    /// <summary>Decides about the exit code instead of the tool; null: the tool does.</summary>
    public static T SetProcessExitHandler<T>(this T o, Action<IProcess>? exitHandler) where T : ToolOptions
        => o.WithExitHandler(exitHandler is null ? null : (_, process) => Nothing(() => exitHandler(process)));

    /// <inheritdoc cref="SetProcessExitHandler{T}(T, Action{IProcess})"/>
    public static T SetProcessExitHandler<T>(this T o, Func<IProcess, object?>? exitHandler) where T : ToolOptions
        => o.WithExitHandler(exitHandler is null ? null : (_, process) => exitHandler(process));

    /// <inheritdoc cref="SetProcessExitHandler{T}(T, Action{IProcess})"/>
    public static T SetProcessExitHandler<T>(this T o, Action<T, IProcess>? exitHandler) where T : ToolOptions
        => o.WithExitHandler(exitHandler is null ? null : (options, process) => Nothing(() => exitHandler((T)options, process)));

    /// <inheritdoc cref="SetProcessExitHandler{T}(T, Action{IProcess})"/>
    public static T SetProcessExitHandler<T>(this T o, Func<T, IProcess, object?>? exitHandler) where T : ToolOptions
        => o.WithExitHandler(exitHandler is null ? null : (options, process) => exitHandler((T)options, process));

    private static T WithExitHandler<T>(this T o, Func<ToolOptions, IProcess, object?>? handler) where T : ToolOptions
        => o.Modify2(b => b.ProcessExitHandler = handler);

    private static object? Nothing(Action action)
    {
        action();
        return null;
    }
}
