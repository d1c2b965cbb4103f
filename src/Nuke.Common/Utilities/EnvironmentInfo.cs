using System.Collections;
using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Linq.Expressions;
using System.Runtime.InteropServices;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;

namespace Nuke.Common;

/// <summary>The machine, the process's environment and the command line of the run.</summary>
public static class EnvironmentInfo
{
    public static IReadOnlyCollection<string> CommandLineArguments => BuildSession.Current.Surroundings.Arguments;
    public static string NewLine => Environment.NewLine;
    public static string MachineName => Environment.MachineName;
    public static bool IsWin => OperatingSystem.IsWindows();
    public static bool IsUnix => !IsWin;
    public static bool IsLinux => OperatingSystem.IsLinux();
    public static bool IsOsx => OperatingSystem.IsMacOS();
    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;
    public static bool Is64Bit => Environment.Is64BitOperatingSystem;
    public static bool Is32Bit => !Is64Bit;

    public static PlatformFamily Platform =>
        IsWin ? PlatformFamily.Windows : IsLinux ? PlatformFamily.Linux : IsOsx ? PlatformFamily.OSX : PlatformFamily.Unknown;

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    public static ReadOnlyDictionary<string, string> Variables
    {
        get
        {
            var variables = new Dictionary<string, string>(IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
                variables[(string)variable.Key] = (string)variable.Value;
            return variables.AsReadOnly();
        }
    }

    /// <summary>The directories of the PATH variable.</summary>
    public static IReadOnlyCollection<string> Paths =>
        (GetVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public static bool HasArgument(string name) => BuildSession.Current.CommandLine.Find(name) is not null;

    public static bool HasArgument<T>(Expression<Func<T>> expression) => HasArgument(MemberNames.Short(ExpressionMember.Of(expression).Name));

    public static T GetNamedArgument<T>(string parameterName, char? separator = null) =>
        BuildSession.Current.CommandLine.Find(parameterName) is { } texts
            ? (T)ValueConverter.Convert(
                new RawValue(texts, null, $"--{ParameterNames.Dashed(parameterName)}", WorkingDirectory), typeof(T), separator?.ToString(), isSecret: false)
            : default;

    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>null when it is not set.</summary>
    public static string GetVariable(string name) => Environment.GetEnvironmentVariable(name);

    /// <summary>The converted value; default when it is not set.</summary>
    public static T GetVariable<T>(string name, char? separator = null) =>
        GetVariable(name) is { } value
            ? (T)ValueConverter.Convert(
                new RawValue([value], null, $"environment variable {name}", WorkingDirectory), typeof(T), separator?.ToString(), isSecret: false)
            : default;

    public static void SetVariable(string name, string value) => Environment.SetEnvironmentVariable(name, value);

    public static void SetVariable<T>(string name, T value) => SetVariable(name, TypeDescriptor.GetConverter(typeof(T)).ConvertToInvariantString(value));

    public static void RemoveVariable(string name) => Environment.SetEnvironmentVariable(name, null);

    public static string ExpandVariables(string value) => Environment.ExpandEnvironmentVariables(value);

    /// <summary>Changes the working directory until the result is disposed. It belongs to the whole process: not for targets that run in parallel.</summary>
    public static IDisposable SwitchWorkingDirectory(this AbsolutePath path)
    {
        var previous = WorkingDirectory;
        WorkingDirectory = path;
        return new Restore(previous);
    }

    private sealed class Restore(AbsolutePath path) : IDisposable
    {
        public void Dispose() => WorkingDirectory = path;
    }
}
