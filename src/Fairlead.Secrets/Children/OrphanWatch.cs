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

    // $1 the child, $2 when it started, $3 its mark, $4 and $5 how many tenths of a second it gets after a first and a second interrupt; 0: none. $6 and $7 the
    // pipes that it writes to, or none. A number may be another's by now: what goes by it is done only while the start time says that it is the child's.
    // What decides about life and death is read by the shell itself: a system that is short of processes must not look like a child that has ended.
    private const string Script = """
        exec 2>/dev/null
        trap '' INT TERM HUP PIPE
        pid=$1 start=$2 mark=$3 patience=$4 grace=$5 out=$6 err=$7
        alive() {
            until read -r stat <"/proc/$pid/stat"; do kill -0 "$pid" || return 1; done
            set -- ${stat##*) }
            group=$3
            [ "${20}" = "$start" ] && [ "$1" != Z ] && [ "$1" != X ]
        }
        settles() { left=$1; while alive; do [ "$left" -gt 0 ] || return 1; sleep 0.1 && left=$((left - 1)); done; }
        below() {
            for list in "/proc/$1"/task/*/children; do
                children=; read -r children <"$list"
                for child in $children; do kill -STOP "$child"; below "$child"; kill -9 "$child"; done
            done
        }
        left() {
            [ -z "$mark" ] || grep -lsF "FAIRLEAD_CHILD=$mark" /proc/[0-9]*/environ
            [ "$out$err" = nonenone ] || ls -l /proc/[0-9]*/fd | while read -r line; do
                case $line in
                    /proc/*:) holder=$line ;;
                    *" -> $out" | *" -> $err") echo "$holder" ;;
                esac
            done
        }
        if [ "$patience" -gt 0 ]; then
            [ "$out" = none ] || command exec 3<"/proc/$pid/fd/1"
            [ "$err" = none ] || command exec 4<"/proc/$pid/fd/2"
            alive || exec 3<&- 4<&-
            echo
        fi
        exec >/dev/null
        read -r word && exit
        alive || out=none err=none
        if [ "$patience" -gt 0 ] && alive; then
            [ "$out" = none ] || cat <&3 &
            [ "$err" = none ] || cat <&4 &
            kill -INT "$pid"
            settles "$patience" || { kill -INT "$pid"; settles "$grace"; }
        fi
        exec 3<&- 4<&-
        if alive; then
            # Stopped, it starts nothing more, and its number and that of its group are its own until it is killed.
            kill -STOP "$pid"
            below "$pid"
            [ "$group" != "$pid" ] || kill -9 "-$pid"
            kill -9 "$pid"
        fi
        for round in 1 2 3; do
            for path in $(left); do
                rest=${path#/proc/}
                [ "${rest%%/*}" = $$ ] || kill -9 "${rest%%/*}"
            done
        done
        """;

    // What the script knows for a stream that is no pipe of the build's.
    private const string NoPipe = "none";

    private static readonly string[] Shell = File.Exists("/usr/bin/setsid") ? ["/usr/bin/setsid", "/bin/sh"] : ["/bin/sh"];
    private static readonly Dictionary<string, string> Environment = new() { ["PATH"] = "/usr/bin:/bin" };

    private readonly bool _isPatient;
    private Process? _watcher;

    private OrphanWatch(Process watcher, bool isPatient)
    {
        _watcher = watcher;
        _isPatient = isPatient;
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Watches over a child that just started, until it is disposed, or until this process ends by itself.</summary>
    /// <param name="child">The child.</param>
    /// <returns>null where nobody can watch; nothing is lost but the watch.</returns>
    public static OrphanWatch? Over(Process child) => Over(child, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>
    /// Watches over a child that has to finish what it is at: it is interrupted, interrupted again, and only then killed. So it is, too, when this process
    /// exits before it, as at a second Ctrl-C.
    /// </summary>
    /// <param name="child">The child. What it writes is read on when the build is gone, so that writing does not end it.</param>
    /// <param name="patience">From the first interrupt to the second.</param>
    /// <param name="grace">From the second to the kill.</param>
    /// <inheritdoc cref="Over(Process)" path="/returns"/>
    public static OrphanWatch? Over(Process child, TimeSpan patience, TimeSpan grace) => Over(child, StartOf(child.Id), patience, grace);

    /// <param name="child">Of which only the number, the mark and the pipes are used.</param>
    /// <param name="start">When it began. Whoever has its number and began at another time is somebody else.</param>
    /// <param name="patience">From the first interrupt to the second.</param>
    /// <param name="grace">From the second to the kill.</param>
    internal static OrphanWatch? Over(Process child, string start, TimeSpan patience, TimeSpan grace)
    {
        if (!OperatingSystem.IsLinux() || start.Length == 0)
        {
            return null;
        }

        var isPatient = patience > TimeSpan.Zero;
        var how = child.StartInfo;
        var mark = MarkOf(how);
        string[] pipes = [how.RedirectStandardOutput ? PipeOf(child.Id, 1) : NoPipe, how.RedirectStandardError ? PipeOf(child.Id, 2) : NoPipe];
        string[] arguments = [Invariant(child.Id), start, mark, Tenths(patience), Tenths(grace), .. pipes];
        var info = ChildStart.Of(Shell[0], [.. Shell[1..], "-c", Script, "watch", .. arguments], Environment);
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = isPatient;
        info.RedirectStandardError = false;
        info.WorkingDirectory = "/";
        try
        {
            var watcher = ChildStart.Run(info);
            if (isPatient)
            {
                // It says a line once it holds the pipes: from here on there is a reader whenever the build is killed. Where it ended, there is no line.
                watcher.StandardOutput.ReadLine();
            }

            return new OrphanWatch(watcher, isPatient);
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
    public void Dispose() => Leave(isOver: true);

    // What has to finish is not over because this process is: without the word it is interrupted, and what it says is read, as after a kill.
    private void End(object? sender, EventArgs e) => Leave(isOver: !_isPatient);

    private void Leave(bool isOver)
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (Interlocked.Exchange(ref _watcher, null) is not { } watcher)
        {
            return;
        }

        try
        {
            if (isOver)
            {
                watcher.StandardInput.WriteLine('.');
            }

            watcher.StandardInput.Close();
        }
        catch (IOException)
        {
            // It is gone already.
        }

        watcher.Dispose();
    }

    /// <summary>
    /// In clock ticks since the system's start (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html); empty where it does not tell, and for a number
    /// that is no child of this process any more: one that has ended already may have left it to somebody else.
    /// </summary>
    private static string StartOf(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{Invariant(processId)}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[1] == Invariant(System.Environment.ProcessId) ? fields[19] : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Empty where it has none of its own: what this process is marked with stands for whoever started it, and for all else that runs there.</summary>
    private static string MarkOf(ProcessStartInfo child)
        => child.Environment.TryGetValue(Mark, out var mark) && mark != System.Environment.GetEnvironmentVariable(Mark) ? mark ?? "" : "";

    /// <summary>Such as <c>pipe:[123456]</c>.</summary>
    private static string PipeOf(int processId, int descriptor)
    {
        try
        {
            var target = new FileInfo($"/proc/{Invariant(processId)}/fd/{Invariant(descriptor)}").LinkTarget;
            return target is not null && target.StartsWith("pipe:[", StringComparison.Ordinal) ? target : NoPipe;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NoPipe;
        }
    }

    private static string Tenths(TimeSpan time) => Invariant((int)Math.Ceiling(time.TotalSeconds * 10));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
