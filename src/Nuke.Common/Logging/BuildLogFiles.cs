using System.Globalization;
using System.Text;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// What was logged, at all levels: build.log is the last run, build.TIME.log one of the last runs, without times so that two of them compare.
/// Nothing is written before the first event. A directory that cannot be written costs the files, never the run.
/// </summary>
internal sealed class BuildLogFiles(BuildSession session) : IDisposable
{
    private const int KeptRuns = 5;
    private const int NameWidth = 20;

    private readonly Lock _gate = new();
    private StreamWriter? _latest;
    private StreamWriter? _archived;
    private bool _isClosed;

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
            var name = target ?? "";
            var line = $"{Letter(level)} | {(name.Length > NameWidth ? name[..NameWidth] : name.PadRight(NameWidth))} | {text}";
            try
            {
                _latest!.WriteLine($"{time} | {line}");
                _archived!.WriteLine(line);
            }
            catch (IOException)
            {
                // The disk is full: the run is more important than its log.
                _isClosed = true;
            }
        }
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
            catch (IOException)
            {
                _isClosed = true;
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
        Flush();
        lock (_gate)
        {
            _isClosed = true;
            try
            {
                _latest?.Dispose();
                _archived?.Dispose();
            }
            catch (IOException)
            {
                // What could be written is written.
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
            _isClosed = true;
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
