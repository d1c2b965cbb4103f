using System.Globalization;
using System.Text;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// What was logged, at all levels: build.log is the last run, build.TIME.log one of the last runs, without times so that two of them compare.
/// Nothing is written before the first event. A directory that cannot be written costs the files, never the run, which tells of it.
/// </summary>
internal sealed class BuildLogFiles(BuildSession session) : IDisposable
{
    private const int KeptRuns = 5;
    private const int NameWidth = 20;
    private const string Between = " | ";

    // In bytes of the larger of the two files. A log is read by people. Past this only what went wrong is noted, and past the second number nothing is.
    private const long Largest = 64 * 1024 * 1024;
    private const long LargestWithProblems = Largest + (16 * 1024 * 1024);

    private readonly Lock _gate = new();
    private StreamWriter? _latest;
    private StreamWriter? _archived;
    private bool _isClosed;
    private long _written;
    private long _leftLines;
    private long _leftCharacters;

    /// <summary>Why the files lack something that was logged; null when they lack nothing.</summary>
    public string? Problem { get; private set; }

    private string Directory => Path.Combine(session.RequireRoot(), ".nuke", "temp");

    private string LatestFile => Path.Combine(Directory, "build.log");

    public void Write(LogEventLevel level, string? target, string text)
    {
        lock (_gate)
        {
            if (!Open())
            {
                return;
            }

            var time = session.Time.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
            var name = target is null ? "" : session.Secrets.Apply(target);
            var line = $"{Letter(level)} | {(name.Length > NameWidth ? name[..NameWidth] : name.PadRight(NameWidth))} | {text}";
            var size = time.Length + Between.Length + Encoding.UTF8.GetByteCount(line) + Environment.NewLine.Length;
            if (_written + size > (level >= LogEventLevel.Warning ? LargestWithProblems : Largest))
            {
                LeaveOut(line.Length);
                return;
            }

            _written += size;
            WriteLine(time, line);
        }
    }

    private void WriteLine(string time, string line)
    {
        try
        {
            _latest!.WriteLine($"{time}{Between}{line}");
            _archived!.WriteLine(line);
        }
        catch (IOException exception)
        {
            GiveUp(exception);
        }
    }

    private void LeaveOut(int length)
    {
        if (_leftLines++ == 0)
        {
            WriteLine("…", $"{Largest / 1024 / 1024} MiB are reached: from here on only warnings and errors are noted.");
        }

        _leftCharacters += length;
    }

    // The disk is full, or may not be written: the run is more important than its log.
    private void GiveUp(Exception exception)
    {
        _isClosed = true;
        Problem ??= $"The log files are not complete: {exception.Message}";
    }

    public void Flush()
    {
        lock (_gate)
        {
            try
            {
                _latest?.Flush();
                _archived?.Flush();
            }
            catch (IOException exception)
            {
                GiveUp(exception);
            }
        }
    }

    /// <summary>After a run that logged nothing, build.log must not be that of an earlier one.</summary>
    public void Forget()
    {
        try
        {
            if (_latest is null && !_isClosed && File.Exists(LatestFile))
            {
                File.Delete(LatestFile);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // As for writing.
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_leftLines > 0 && _latest is not null && !_isClosed)
            {
                WriteLine("…", $"{_leftLines} lines with {_leftCharacters} characters were left out.");
            }
        }

        Flush();
        lock (_gate)
        {
            _isClosed = true;
            try
            {
                _latest?.Dispose();
                _archived?.Dispose();
            }
            catch (IOException exception)
            {
                GiveUp(exception);
            }

            _latest = null;
            _archived = null;
        }
    }

    private bool Open()
    {
        if (_isClosed || session.RootDirectory is null)
        {
            return false;
        }

        if (_latest is not null)
        {
            return true;
        }

        try
        {
            System.IO.Directory.CreateDirectory(Directory);
            foreach (var old in System.IO.Directory.GetFiles(Directory, "build.*.log").OrderDescending(StringComparer.Ordinal).Skip(KeptRuns - 1))
            {
                File.Delete(old);
            }

            var time = session.Time.GetLocalNow().ToString("yyyy-MM-dd_HH-mm-ss", CultureInfo.InvariantCulture);
            _archived = Create(Path.Combine(Directory, $"build.{time}.log"), FileMode.Append);
            // Under a name of its own first: another run of the same repository may have build.log open, and must not find it cut.
            var latest = Path.Combine(Directory, $"build.log.{Environment.ProcessId}");
            _latest = Create(latest, FileMode.Create);
            File.Move(latest, LatestFile, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            GiveUp(exception);
            _archived?.Dispose();
            _latest?.Dispose();
            return false;
        }
    }

    // Two runs may share the directory, and people follow the file while it grows.
    private static StreamWriter Create(string path, FileMode mode)
        => new(new FileStream(path, mode, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete), new UTF8Encoding(false));

    private static char Letter(LogEventLevel level) => level.ToString()[0];
}
