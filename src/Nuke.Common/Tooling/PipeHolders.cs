using System.Diagnostics;
using System.IO.Pipes;

namespace Nuke.Common.Tooling;

/// <summary>
/// The processes that have inherited the output of a child: whatever it started, however deep, and also when the processes in between have
/// ended. Linux only; elsewhere the process tree is all that is known.
/// </summary>
internal static class PipeHolders
{
    /// <param name="streams">What the child's output is read from.</param>
    public static void Kill(params StreamReader[] streams)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var pipes = streams.Select(NameOf).OfType<string>().ToHashSet();
        if (pipes.Count == 0)
        {
            return;
        }

        foreach (var id in Directory.EnumerateDirectories("/proc").Select(x => Path.GetFileName(x)).Where(x => char.IsAsciiDigit(x[0])).Select(int.Parse))
        {
            if (id != Environment.ProcessId && Holds(id, pipes))
            {
                TryKill(id);
            }
        }
    }

    // /proc/self/fd/57 -> pipe:[123456]
    private static string? NameOf(StreamReader reader)
    {
        try
        {
            return reader.BaseStream switch
            {
                PipeStream pipe => Target($"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}"),
                FileStream file => Target($"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}"),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Holds(int id, HashSet<string> pipes)
    {
        try
        {
            // A process that this one is just starting is a copy of this one for a moment, with all its pipes.
            return Directory.EnumerateFiles($"/proc/{id}/fd").Any(x => Target(x) is { } target && pipes.Contains(target))
                && File.ReadAllText($"/proc/{id}/cmdline") != File.ReadAllText("/proc/self/cmdline");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or belongs to another user
        }
    }

    private static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void TryKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended.
        }
    }
}
