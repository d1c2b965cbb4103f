using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>What a process is started with, and why it cannot be.</summary>
internal static class ProcessStart
{
    public static ProcessStartInfo For(
        string toolPath, string arguments, string directory, IReadOnlyDictionary<string, string>? environmentVariables)
    {
        var file = toolPath.Contains('/') || toolPath.Contains('\\') ? Path.GetFullPath(toolPath) : ToolPathResolver.GetPathExecutable(toolPath);
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"'{file}' cannot be started, because it does not exist. Correct the path of the tool.");
        }

        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException(
                $"'{toolPath}' cannot be started in '{directory}', because that directory does not exist. Create it, or name another working directory.");
        }

        if (Interpreter(file) is { } interpreter)
        {
            (file, arguments) = (interpreter, $"{ArgumentStringHandler.Quote(file)} {arguments}".TrimEnd());
        }

        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Bytes that are not UTF-8 become U+FFFD; the default of some systems would fail or guess.
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        if (environmentVariables is null)
        {
            return start;
        }

        start.Environment.Clear();
        foreach (var (key, value) in environmentVariables)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    /// <exception cref="InvalidOperationException">The system refuses.</exception>
    public static Process Run(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)
                ?? throw new InvalidOperationException($"'{start.FileName}' cannot be started: the system started no process of its own for it.");
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"'{start.FileName}' cannot be started: {Reason(start.FileName, exception)}", exception);
        }
    }

    private static string? Interpreter(string file)
        => file.EndsWithOrdinalIgnoreCase(".dll") ? Tools.DotNet.DotNetTasks.DotNetPath
        : file.EndsWithOrdinalIgnoreCase(".exe") && EnvironmentInfo.IsUnix && !ToolPathResolver.IsExecutable(file) ? ToolPathResolver.GetPathExecutable("mono")
        : null;

    private static string Reason(string file, Win32Exception exception)
    {
        const int NotAProgram = 8; // ENOEXEC
        if (!OperatingSystem.IsWindows() && !ToolPathResolver.IsExecutable(file))
        {
            return $"it is not marked as executable. Mark it: chmod +x {file.DoubleQuoteIfNeeded()}";
        }

        return !OperatingSystem.IsWindows() && exception.NativeErrorCode == NotAProgram
            ? "it is not a program for this system. A script needs a first line such as #!/bin/sh; a program has to be built for this operating system "
                + "and processor."
            : $"{new Win32Exception(exception.NativeErrorCode).Message}. Check that it may be executed here.";
    }
}
