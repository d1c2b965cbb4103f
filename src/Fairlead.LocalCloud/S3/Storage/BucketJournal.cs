using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>
/// Every change of a bucket, one line each: the CRC-32 of the JSON in eight hexadecimal digits, a space, the JSON, a line feed.
/// A line is on the disk before the change is acknowledged. A last line that is cut off is one that a killed process did not
/// finish; it was never acknowledged and is dropped. One that only lacks its line feed is whole, and counts. Anything else behind the last line feed may
/// hold what was acknowledged: it is damage. The first line is there before the journal has its name: without one, it was damaged. Not safe for use by several
/// threads at once.
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

    /// <summary>Writes a journal of one record and returns when it is on the disk.</summary>
    public static void Create(string path, JournalRecord first)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(Line(first));
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="JsonException">It is not there, is empty, or a finished line is not what this program wrote.</exception>
    public static BucketJournal Load(string path, Action<JournalRecord> apply)
    {
        if (!File.Exists(path))
        {
            throw new JsonException(System.IO.Directory.Exists(path) ? "It is a folder." : "It is missing.");
        }

        var content = File.ReadAllBytes(path);
        var journal = new BucketJournal(path);
        var start = 0;
        while (content.AsSpan(start).IndexOf((byte)'\n') is var length and >= 0)
        {
            apply(Parse(content.AsSpan(start, length), journal.Count + 1));
            start += length + 1;
            journal.Count++;
        }

        var tail = content.AsSpan(start);
        var isWhole = tail.Length > 0 && IsWhole(tail);
        if (isWhole)
        {
            apply(Parse(tail, journal.Count + 1));
            journal.Count++;
        }
        else if (!IsBeginning(tail))
        {
            throw new JsonException($"What stands behind the end of line {journal.Count} is neither a line nor the beginning of one.");
        }

        if (journal.Count == 0)
        {
            throw new JsonException(content.Length == 0 ? "It is empty." : "Its first line has no end.");
        }

        journal.Open();
        if (isWhole)
        {
            journal._file!.Position = content.Length;
            journal._file.WriteByte((byte)'\n');
            journal._length = content.Length + 1;
        }
        else if (tail.Length > 0)
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
            Open();
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
        Open();
        Count = count;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Open()
    {
        _file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
        _length = _file.Length;
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

    private static bool IsWhole(ReadOnlySpan<byte> line)
        => line.Length > PrefixLength
            && uint.TryParse(line[..(PrefixLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var expected)
            && Crc.Crc32.Append(0, line[PrefixLength..]) == expected;

    /// <summary>Is it what a write leaves that ended before its last byte? Whole JSON with more behind it, or another checksum, is not.</summary>
    private static bool IsBeginning(ReadOnlySpan<byte> tail)
    {
        var checksum = tail[..Math.Min(tail.Length, PrefixLength - 1)];
        if (checksum.ContainsAnyExcept("0123456789abcdef"u8) || (tail.Length >= PrefixLength && tail[PrefixLength - 1] != (byte)' '))
        {
            return false;
        }

        var json = tail.Length > PrefixLength ? tail[PrefixLength..] : [];
        if (json.IsEmpty)
        {
            return true;
        }

        var reader = new Utf8JsonReader(json, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 0 && reader.TokenType != JsonTokenType.StartObject)
                {
                    return false;
                }
            }

            return json[0] == (byte)'{';
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JournalRecord Parse(ReadOnlySpan<byte> line, int number)
    {
        if (!IsWhole(line))
        {
            throw new JsonException($"Line {number} does not match its checksum.");
        }

        return JsonSerializer.Deserialize(line[PrefixLength..], JournalJson.Default.JournalRecord) ?? throw new JsonException($"Line {number} is null.");
    }
}
