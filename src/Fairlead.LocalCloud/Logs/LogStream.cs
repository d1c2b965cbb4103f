using System.Text;
using System.Text.Json;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Logs;

/// <summary>
/// One log stream: an append-only file of JSON lines behind a header. It holds at most <see cref="MaximumBytes"/>; when it grows beyond
/// that, the older half is dropped. A line that a killed process left unfinished is passed over.
/// </summary>
internal sealed class LogStream
{
    /// <summary>8 MiB: a day of a chatty service, and read into memory within some tens of milliseconds.</summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly List<LogEvent> _events = [];
    private long _bytes;
    private bool _deleted;

    /// <summary>The number of the first event, when there is none yet.</summary>
    private long _first;

    private LogStream(string path, string name, long created)
    {
        _path = path;
        Name = name;
        CreationTime = created;
    }

    public string Name { get; }

    public long CreationTime { get; }

    public static LogStream Create(string path, string name, long created)
    {
        var stream = new LogStream(path, name, created);
        stream.Replace(stream.Header(0));
        return stream;
    }

    /// <exception cref="StateDirectoryException">The file does not begin as a log stream does, which it did before it had its name. It was moved aside.
    /// </exception>
    public static LogStream Open(string path)
    {
        var text = File.ReadAllText(path);
        var lines = text.Split('\n');
        if (Parse(lines[0], LogsJson.Default.LogStreamHeader) is not { Stream: not null } header)
        {
            throw DamagedState.MoveAside(path, $"The local cloud's state file {path} cannot be read: its first line does not name a log stream.");
        }

        var stream = new LogStream(path, header.Stream, header.Created) { _bytes = new FileInfo(path).Length };
        var next = stream._first = header.First;
        foreach (var line in lines.Skip(1))
        {
            if (Parse(line, LogsJson.Default.LogLine) is { M: not null } entry)
            {
                stream._events.Add(new LogEvent(next++, entry.T, entry.I, entry.M));
            }
        }

        if (text.Length > 0 && text[^1] != '\n')
        {
            File.AppendAllText(path, "\n");
            stream._bytes++;
        }

        return stream;
    }

    /// <summary>Appends, and returns when the events are in the file. False when the stream was deleted meanwhile.</summary>
    /// <exception cref="IOException">The disk refuses; then nothing was appended.</exception>
    public bool Append(IEnumerable<(long Timestamp, string Message)> events, long now)
    {
        lock (_lock)
        {
            if (_deleted)
            {
                return false;
            }

            var (lines, added) = (new StringBuilder(), new List<LogEvent>());
            var next = _events.Count == 0 ? _first : _events[^1].Sequence + 1;
            foreach (var (timestamp, message) in events)
            {
                added.Add(new LogEvent(next++, timestamp, now, message));
                lines.Append(JsonSerializer.Serialize(new LogLine(timestamp, now, message), LogsJson.Default.LogLine)).Append('\n');
            }

            _bytes += AppendWhole(Encoding.UTF8.GetBytes(lines.ToString()));
            _events.AddRange(added);
            if (_bytes > MaximumBytes)
            {
                DropOlderHalf();
            }

            return true;
        }
    }

    /// <summary>Deletes the file. Whoever still has the stream cannot append to it any more.</summary>
    public void Delete()
    {
        lock (_lock)
        {
            _deleted = true;
            File.Delete(_path);
        }
    }

    /// <summary>A copy of what the stream holds now, oldest first.</summary>
    public IReadOnlyList<LogEvent> Snapshot()
    {
        lock (_lock)
        {
            return [.. _events];
        }
    }

    public (long? First, long? Last, long? Ingested, long Bytes) Describe()
    {
        lock (_lock)
        {
            return _events.Count == 0
                ? (null, null, null, _bytes)
                : (_events.Min(x => x.Timestamp), _events.Max(x => x.Timestamp), _events[^1].IngestionTime, _bytes);
        }
    }

    /// <summary>All or nothing: what a full disk cut off would run into the next line, and both would be lost.</summary>
    private int AppendWhole(byte[] lines)
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            file.Write(lines);
            return lines.Length;
        }
        catch
        {
            file.SetLength(end);
            throw;
        }
    }

    private static T? Parse<T>(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Header(long first) => JsonSerializer.Serialize(new LogStreamHeader(Name, CreationTime, first), LogsJson.Default.LogStreamHeader) + "\n";

    private void DropOlderHalf()
    {
        var kept = 0L;
        var from = _events.Count;
        while (from > 0 && kept < MaximumBytes / 2)
        {
            kept += _events[--from].Message.Length + 64;
        }

        _events.RemoveRange(0, Math.Min(from, _events.Count - 1));
        var text = new StringBuilder(Header(_events[0].Sequence));
        foreach (var entry in _events)
        {
            text.Append(JsonSerializer.Serialize(new LogLine(entry.Timestamp, entry.IngestionTime, entry.Message), LogsJson.Default.LogLine)).Append('\n');
        }

        try
        {
            Replace(text.ToString());
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            // The long file is as good as the short one, and the disk that has no room for another is asked again at the next event.
        }
    }

    private void Replace(string text)
    {
        var temporary = TemporaryFiles.Beside(_path);
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, _path, overwrite: true);
            _bytes = new FileInfo(_path).Length;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
