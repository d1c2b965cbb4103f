using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Fairlead.Secrets.Children;

namespace Nuke.Common;

public static partial class EnvironmentInfo
{
    public static ReadOnlyDictionary<string, string> Variables => ChildEnvironment.OfThisProcess().AsReadOnly();

    /// <summary>The directories of the PATH variable, with variables in them expanded.</summary>
    public static IReadOnlyCollection<string> Paths
        => [.. (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(ExpandVariables)];

    public static bool HasVariable(string name, bool allowEmpty = true) => GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>null when it is not set.</summary>
    public static string? GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>The converted value; default when it is not set.</summary>
    /// <exception cref="Exception">The value is not of the type.</exception>
    public static T? GetVariable<T>(string name, char? separator = null)
        => GetVariable(name) is { } value ? Convert<T>([value], separator, $"environment variable {name}") : default;

    public static void SetVariable(string name, string? value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value)
        => SetVariable(name, System.Convert.ToString(value, CultureInfo.InvariantCulture));

    public static void RemoveVariable(string name) => Environment.SetEnvironmentVariable(name, null);

    /// <summary>%NAME% on Windows; $NAME and a leading ~ elsewhere. A variable that is not set becomes empty there.</summary>
    public static string ExpandVariables(string value) => IsWin
        ? Environment.ExpandEnvironmentVariables(value)
        : Regex.Replace(
            value,
            "^~|\\$([A-Za-z_][A-Za-z0-9_]*)",
            x => GetVariable(x.Groups[1].Success ? x.Groups[1].Value : "HOME") ?? "");
}
