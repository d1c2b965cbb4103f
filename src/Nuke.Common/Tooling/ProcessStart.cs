using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Fairlead.Secrets.Children;
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

        // Of the tool, and not of what interprets it.
        var environment = environmentVariables ?? ToolEnvironment.Of(file);
        if (Interpreter(file) is { } interpreter)
        {
            (file, arguments) = (interpreter, $"{ArgumentStringHandler.Quote(file)} {arguments}".TrimEnd());
        }

        var start = ChildStart.OfLine(file, arguments, environment);
        start.WorkingDirectory = directory;

        // Bytes that are not UTF-8 become U+FFFD; the default of some systems would fail or guess.
        start.StandardOutputEncoding = new UTF8Encoding(false);
        start.StandardErrorEncoding = new UTF8Encoding(false);
        return start;
    }

    /// <exception cref="InvalidOperationException">The system refuses.</exception>
    public static Process Run(ProcessStartInfo start)
    {
        try
        {
            return ChildStart.Run(start);
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
