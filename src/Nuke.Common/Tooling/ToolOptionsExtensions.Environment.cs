using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

public static partial class ToolOptionsExtensions
{
    /// <summary>Replaces the whole environment.</summary>
    public static T SetProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions
        => o.WithEnvironment(new(values));

    /// <inheritdoc cref="SetProcessEnvironmentVariables{T}(T, ReadOnlyDictionary{string, string})"/>
    public static T SetProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions
        => o.WithEnvironment(new(values));

    /// <summary>Sets variables; the others stay as they are in what was set, else in this process.</summary>
    public static T AddProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions
        => o.ChangeEnvironment(x => SetAll(x, values));

    /// <inheritdoc cref="AddProcessEnvironmentVariables{T}(T, ReadOnlyDictionary{string, string})"/>
    public static T AddProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions
        => o.ChangeEnvironment(x => SetAll(x, values));

    /// <exception cref="ArgumentException">The variable has a value already.</exception>
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions
        => o.ChangeEnvironment(x => OptionsChange.AddNew(x, key, value, nameof(o.ProcessEnvironmentVariables)));

    /// <summary>Sets a variable; the others stay as they are in what was set, else in this process.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions
        => o.ChangeEnvironment(x => x[key] = value);

    /// <inheritdoc cref="SetProcessEnvironmentVariable{T}(T, string, string)"/>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object? value) where T : ToolOptions
        => o.SetProcessEnvironmentVariable(key, FormattableString.Invariant($"{value}"));

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key) where T : ToolOptions => o.ChangeEnvironment(x => x.Remove(key));

    /// <summary>The process gets an empty environment.</summary>
    public static T ClearProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.WithEnvironment([]);

    /// <summary>The process gets this one's environment.</summary>
    public static T ResetProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.WithEnvironment(null);

    private static void SetAll(Dictionary<string, string> variables, IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (key, value) in values)
        {
            variables[key] = value;
        }
    }

    private static T ChangeEnvironment<T>(this T o, Action<Dictionary<string, string>> change) where T : ToolOptions
    {
        var variables = new Dictionary<string, string>(
            o.ProcessEnvironmentVariables ?? ReadOnlyDictionary<string, string>.Empty,
            EnvironmentInfo.IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        change(variables);
        return o.WithEnvironment(variables);
    }

    private static T WithEnvironment<T>(this T o, Dictionary<string, string>? variables) where T : ToolOptions
    {
        var copy = OptionsChange.Set(o, nameof(o.ProcessEnvironmentVariables), variables);
        copy.IsEnvironmentReset = variables is null;
        return copy;
    }
}
