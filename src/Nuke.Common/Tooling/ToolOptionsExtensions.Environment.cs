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

    /// <summary>Sets variables; the others stay as they are in what was set, else as the process inherits them.</summary>
    public static T AddProcessEnvironmentVariables<T>(this T o, ReadOnlyDictionary<string, string> values) where T : ToolOptions
        => o.ChangeEnvironment(values!);

    /// <inheritdoc cref="AddProcessEnvironmentVariables{T}(T, ReadOnlyDictionary{string, string})"/>
    public static T AddProcessEnvironmentVariables<T>(this T o, Dictionary<string, string> values) where T : ToolOptions
        => o.ChangeEnvironment(values!);

    /// <exception cref="ArgumentException">The variable has a value already.</exception>
    public static T AddProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions
    {
        OptionsChange.AddNew(
            new Dictionary<string, string>(o.ProcessEnvironmentVariables ?? ReadOnlyDictionary<string, string>.Empty, Names),
            key,
            value,
            nameof(o.ProcessEnvironmentVariables));
        return o.SetProcessEnvironmentVariable(key, value);
    }

    /// <summary>Sets a variable; the others stay as they are in what was set, else as the process inherits them.</summary>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, string value) where T : ToolOptions
        => o.ChangeEnvironment([new(key, value)]);

    /// <inheritdoc cref="SetProcessEnvironmentVariable{T}(T, string, string)"/>
    public static T SetProcessEnvironmentVariable<T>(this T o, string key, object? value) where T : ToolOptions
        => o.SetProcessEnvironmentVariable(key, FormattableString.Invariant($"{value}"));

    public static T RemoveProcessEnvironmentVariable<T>(this T o, string key) where T : ToolOptions => o.ChangeEnvironment([new(key, null)]);

    /// <summary>The process gets an empty environment.</summary>
    public static T ClearProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.WithEnvironment([]);

    /// <summary>The process inherits this one's environment.</summary>
    public static T ResetProcessEnvironmentVariables<T>(this T o) where T : ToolOptions => o.WithEnvironment(null);

    private static StringComparer Names => EnvironmentInfo.IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    // Of an environment that is inherited only the changes are kept: what else the process gets depends on which tool it is.
    private static T ChangeEnvironment<T>(this T o, IEnumerable<KeyValuePair<string, string?>> changes) where T : ToolOptions
    {
        if (o.IsEnvironmentReset || o.GivenEnvironmentVariables is not { } given)
        {
            var copy = (T)o.Copy();
            var changed = new Dictionary<string, string?>(o.EnvironmentChanges, Names);
            foreach (var (key, value) in changes)
            {
                changed[key] = value;
            }

            (copy.EnvironmentChanges, copy.IsEnvironmentReset) = (changed, false);
            return copy;
        }

        var variables = new Dictionary<string, string>(given, Names);
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                variables.Remove(key);
            }
            else
            {
                variables[key] = value;
            }
        }

        return o.WithEnvironment(variables);
    }

    private static T WithEnvironment<T>(this T o, Dictionary<string, string>? variables) where T : ToolOptions
    {
        var copy = OptionsChange.Set(o, nameof(o.ProcessEnvironmentVariables), variables);
        copy.IsEnvironmentReset = variables is null;
        copy.EnvironmentChanges = ReadOnlyDictionary<string, string?>.Empty;
        return copy;
    }
}
