using System.Diagnostics;
using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>
/// Ends the children of a build that was killed: a compiler or a bundler that lives on would write the files that the next run makes. A shell that holds
/// nothing but the end of a pipe learns that the build is gone when the pipe closes, and kills what was still running, with its descendants. A build that
/// ends by itself says so first, and then nothing is killed. Linux only: elsewhere nothing tells when a process began, and its number may be another's.
/// </summary>
internal static class OrphanWatch
{
    /// <summary>
    /// Lines on standard input: <c>+ PID START</c> for a child that runs, with the time of its start; <c>- PID</c> for one that has
    /// ended; <c>.</c> for the end of the build.
    /// </summary>
    public const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        started() { stat=$(cat "/proc/$1/stat") && set -- ${stat##*) } && echo "${20}"; }
        children() { cat "/proc/$1"/task/*/children; }
        tree() { for child in $(children "$1"); do tree "$child"; done; kill -9 "$1"; }
        running=
        while read -r sign pid start; do
            case $sign in
                +) running="$running $pid:$start" ;;
                -) kept=; for each in $running; do [ "${each%%:*}" = "$pid" ] || kept="$kept $each"; done; running=$kept ;;
                .) exit ;;
            esac
        done
        for each in $running; do
            pid=${each%%:*} start=${each#*:}
            if [ "$start" = "$(started "$pid")" ]; then tree "$pid"; fi
        done
        """;

    private static readonly Lock Gate = new();
    private static Process? _watcher;
    private static bool _isMissing;

    public static void Add(int processId)
    {
        // A number alone may be another process's by then.
        if (StartOf(processId) is { Length: > 0 } start)
        {
            Tell($"+ {processId.ToString(CultureInfo.InvariantCulture)} {start}");
        }
    }

    public static void Remove(int processId) => Tell($"- {processId.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>How the shell is started: without the build's environment, which is none of its business.</summary>
    internal static ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        return start;
    }

    /// <summary>In clock ticks since the system's start; empty where it does not tell (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).</summary>
    internal static string StartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Tell(string line)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        lock (Gate)
        {
            try
            {
                if (_watcher is null && !_isMissing && line[0] == '+')
                {
                    _watcher = Process.Start(StartInfo());
                    AppDomain.CurrentDomain.ProcessExit += (_, _) => Tell(".");
                }

                _watcher?.StandardInput.WriteLine(line);
                _watcher?.StandardInput.Flush();
            }
            catch (Exception exception) when (exception is IOException or System.ComponentModel.Win32Exception)
            {
                // Nobody watches then, as in every other build tool.
                (_watcher, _isMissing) = (null, true);
            }
        }
    }
}
