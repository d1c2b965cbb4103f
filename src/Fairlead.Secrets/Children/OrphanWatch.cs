using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Fairlead.Secrets.Children;

/// <summary>
/// Ends a child whose build was killed: a compiler that lives on would write the files that the next run makes, a server would hold its port, terraform would
/// hold the lock of its state. A shell beside the child holds nothing but the end of a pipe; when the pipe closes without a word, the build is gone. It then
/// ends the child and what descends from it: its tree, its process group where it leads one, and, for those whose parents have ended or that made a session
/// of their own, whoever carries the child's mark in its environment or writes to the child's pipes. A build that ends by itself says so first, and then
/// nothing is ended; daemons that are meant to stay are not watched. Linux only: elsewhere nothing tells when a process began, and its number may be
/// another's.
/// </summary>
public sealed class OrphanWatch : IDisposable
{
    /// <summary>The variable that marks a child and what it starts.</summary>
    public const string Mark = "FAIRLEAD_CHILD";

    // $1 the child, $2 when it started, $3 its mark, $4 and $5 how many tenths of a second it gets after a first and a second interrupt; 0: none.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        pid=$1 start=$2 mark=$3 patience=$4 grace=$5
        began() { stat=$(cat "/proc/$1/stat") && set -- ${stat##*) } && [ "$1" != Z ] && echo "${20}"; }
        group() { stat=$(cat "/proc/$1/stat") && set -- ${stat##*) } && echo "$3"; }
        alive() { [ "$(began "$pid")" = "$start" ]; }
        settles() { left=$1; while alive; do [ "$left" -gt 0 ] || return 1; sleep 0.1; left=$((left - 1)); done; }
        tree() { for child in $(cat "/proc/$1"/task/*/children); do tree "$child"; done; kill -9 "$1"; }
        pipe() { case $(readlink "/proc/$pid/fd/$1") in pipe:*) readlink "/proc/$pid/fd/$1" ;; *) echo none ;; esac; }
        left() {
            [ -z "$mark" ] || grep -lsF "FAIRLEAD_CHILD=$mark" /proc/[0-9]*/environ
            for name in "$out" "$err"; do
                [ "$name" = none ] || find /proc/[0-9]*/fd -lname "pipe:\\[${name#pipe:?}"
            done
        }
        out=$(pipe 1) err=$(pipe 2)
        if [ "$patience" -gt 0 ]; then
            command exec 3<"/proc/$pid/fd/1"
            command exec 4<"/proc/$pid/fd/2"
        fi
        read -r word && exit
        leads=; [ "$(group "$pid")" != "$pid" ] || leads=1
        if [ "$patience" -gt 0 ]; then
            cat <&3 & out_reader=$!
            cat <&4 & err_reader=$!
            if alive; then
                kill -INT "$pid"
                settles "$patience" || { kill -INT "$pid"; settles "$grace"; }
            fi
            exec 3<&- 4<&-
            kill -9 "$out_reader" "$err_reader"
        fi
        ! alive || tree "$pid"
        [ -z "$leads" ] || kill -9 "-$pid"
        for round in 1 2 3; do
            for path in $(left); do
                rest=${path#/proc/}
                [ "${rest%%/*}" = $$ ] || kill -9 "${rest%%/*}"
            done
        done
        """;

    private static readonly string[] Shell = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid", "/bin/sh"] : ["/bin/sh"];
    private static readonly Dictionary<string, string> Environment = new() { ["PATH"] = "/usr/bin:/bin" };

    private Process? _watcher;

    private OrphanWatch(Process watcher)
    {
        _watcher = watcher;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Watches over a child that just started, until it is disposed, or until this process ends by itself.</summary>
    /// <param name="child">The child.</param>
    /// <returns>null where nobody can watch; nothing is lost but the watch.</returns>
    public static OrphanWatch? Over(Process child) => Over(child, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>Watches over a child that has to finish what it is at: it is interrupted, interrupted again, and only then killed.</summary>
    /// <param name="child">The child. What it writes is read on when the build is gone, so that writing does not end it.</param>
    /// <param name="patience">From the first interrupt to the second.</param>
    /// <param name="grace">From the second to the kill.</param>
    /// <inheritdoc cref="Over(Process)" path="/returns"/>
    public static OrphanWatch? Over(Process child, TimeSpan patience, TimeSpan grace)
    {
        var id = child.Id;
        if (!OperatingSystem.IsLinux() || StartOf(id) is not { Length: > 0 } start)
        {
            return null;
        }

        var mark = child.StartInfo.Environment.TryGetValue(Mark, out var value) ? value ?? "" : "";
        string[] arguments = [Invariant(id), start, mark, Tenths(patience), Tenths(grace)];
        var info = ChildStart.Of(Shell[0], [.. Shell[1..], "-c", Script, "watch", .. arguments], Environment);
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = false;
        info.RedirectStandardError = false;
        info.WorkingDirectory = "/";
        try
        {
            return new OrphanWatch(ChildStart.Run(info));
        }
        catch (Win32Exception)
        {
            // Nobody watches then, as in every other build tool.
            return null;
        }
    }

    /// <summary>A mark for a child that is about to start.</summary>
    public static string NewMark() => Guid.NewGuid().ToString("N");

    /// <summary>The child has ended, or is meant to stay.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (Interlocked.Exchange(ref _watcher, null) is not { } watcher)
        {
            return;
        }

        try
        {
            watcher.StandardInput.WriteLine('.');
            watcher.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        watcher.Dispose();
    }

    private void End(object? sender, EventArgs e) => Dispose();

    /// <summary>In clock ticks since the system's start; empty where it does not tell (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html).</summary>
    private static string StartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{Invariant(processId)}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string Tenths(TimeSpan time) => Invariant((int)Math.Ceiling(time.TotalSeconds * 10));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
