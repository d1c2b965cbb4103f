using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>
/// Every change of a bucket, one line each: the CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON, a line feed.
/// A line is on the disk before the change is acknowledged. A last line without its line feed is one that a killed process did not
/// finish; it was never acknowledged and is dropped. Not safe for use by several threads at once.
/// </summary>
internal sealed class BucketJournal : IDisposable
{
    private const int PrefixLength = 9;

    private readonly string _path;
    private FileStream? _file;
    private long _length;

    private BucketJournal(string path) => _path = path;

    public string Path => _path;

    /// <summary>Lines in the file.</summary>
    public int Count { get; private set; }

    public static BucketJournal Create(string path, JournalRecord first)
    {
        File.WriteAllBytes(path, Line(first));
        var journal = new BucketJournal(path) { Count = 1 };
        journal.Open(flush: true);
        return journal;
    }

    /// <exception cref="JsonException">A finished line is not what this program wrote.</exception>
    public static BucketJournal Load(string path, Action<JournalRecord> apply)
    {
        var content = File.ReadAllBytes(path);
        var journal = new BucketJournal(path);
        var start = 0;
        while (content.AsSpan(start).IndexOf((byte)'\n') is var length and >= 0)
        {
            apply(Parse(content.AsSpan(start, length), journal.Count + 1));
            start += length + 1;
            journal.Count++;
        }

        journal.Open(flush: false);
        if (start < content.Length)
        {
            journal._file!.SetLength(start);
            journal._length = start;
        }

        return journal;
    }

    /// <summary>Returns when the record is on the disk. When the disk refuses, the journal is as it was before.</summary>
    public void Append(JournalRecord record)
    {
        if (_file is null)
        {
            Open(flush: false);
        }

        var file = _file!;
        try
        {
            file.Position = _length;
            file.Write(Line(record));
            file.Flush(flushToDisk: true);
        }
        catch
        {
            // A half-written line that is followed by others would read as a corrupt file.
            file.SetLength(_length);
            throw;
        }

        _length = file.Position;
        Count++;
    }

    /// <summary>Replaces the file by the records that lead to the present state.</summary>
    public void Rewrite(StateDirectory state, IEnumerable<JournalRecord> records)
    {
        var content = new ArrayBufferWriter<byte>();
        var count = 0;
        foreach (var record in records)
        {
            content.Write(Line(record));
            count++;
        }

        state.WriteAtomically(System.IO.Path.GetRelativePath(state.Root, _path), content.WrittenSpan);
        Dispose();
        Open(flush: false);
        Count = count;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Open(bool flush)
    {
        _file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
        _length = _file.Length;
        if (flush)
        {
            _file.Flush(flushToDisk: true);
        }
    }

    private static byte[] Line(JournalRecord record)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(record, JournalJson.Default.JournalRecord);
        var line = new byte[PrefixLength + json.Length + 1];
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Crc.Crc32.Append(0, json):x8} "), line);
        json.CopyTo(line, PrefixLength);
        line[^1] = (byte)'\n';
        return line;
    }

    private static JournalRecord Parse(ReadOnlySpan<byte> line, int number)
    {
        if (line.Length <= PrefixLength
            || !uint.TryParse(line[..(PrefixLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var expected)
            || Crc.Crc32.Append(0, line[PrefixLength..]) != expected)
        {
            throw new JsonException($"Line {number} does not match its checksum.");
        }

        return JsonSerializer.Deserialize(line[PrefixLength..], JournalJson.Default.JournalRecord) ?? throw new JsonException($"Line {number} is null.");
    }
}
