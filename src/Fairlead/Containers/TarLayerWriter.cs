using System.Globalization;
using System.Text;

namespace Fairlead.Containers;

/// <summary>
/// Writes tar archives whose bytes depend on nothing but their entries. System.Formats.Tar puts the process id into the names of its
/// extended headers, so it cannot be used for this.
/// </summary>
internal sealed class TarLayerWriter(Stream output, DateTimeOffset time)
{
    private const int BlockSize = 512;
    private const long MaxOctalSize = (1L << 33) - 1;
    private readonly byte[] _copyBuffer = new byte[128 * 1024];

    /// <summary>Writes a whole archive.</summary>
    public static async Task WriteAsync(LayerPlan layer, DateTimeOffset time, Stream output, CancellationToken cancellationToken)
    {
        var tar = new TarLayerWriter(output, time);
        foreach (var entry in layer.Entries)
        {
            await tar.WriteAsync(entry, cancellationToken);
        }

        await tar.CompleteAsync(cancellationToken);
    }

    private async Task WriteAsync(LayerEntry entry, CancellationToken cancellationToken)
    {
        var (name, prefix) = Split(entry.Path);
        var extended = new StringBuilder();
        if (name is null)
        {
            AppendRecord(extended, "path", entry.Path);
        }

        if (entry.LinkTarget is { } target && !Fits(target, 100))
        {
            AppendRecord(extended, "linkpath", target);
        }

        if (entry.Length > MaxOctalSize)
        {
            AppendRecord(extended, "size", entry.Length.ToString(CultureInfo.InvariantCulture));
        }

        if (extended.Length > 0)
        {
            var data = Encoding.UTF8.GetBytes(extended.ToString());
            await output.WriteAsync(Header("PaxHeaders/entry", "", 'x', 0b110_100_100, data.Length, null), cancellationToken);
            await output.WriteAsync(data, cancellationToken);
            await PadAsync(data.Length, cancellationToken);
        }

        // Readers take the extended path; this one is for the eye.
        name ??= $"entry{(entry.Kind == LayerEntryKind.Directory ? "/" : "")}";
        var (type, mode) = entry.Kind switch
        {
            LayerEntryKind.Directory => ('5', 0b111_101_101),
            LayerEntryKind.SymbolicLink => ('2', 0b111_111_111),
            _ => ('0', entry.Executable ? 0b111_101_101 : 0b110_100_100),
        };
        var link = entry.LinkTarget is { } fitting && Fits(fitting, 100) ? fitting : null;
        await output.WriteAsync(Header(name, prefix, type, mode, entry.Length > MaxOctalSize ? 0 : entry.Length, link), cancellationToken);
        if (entry.Kind == LayerEntryKind.File)
        {
            await WriteContentAsync(entry, cancellationToken);
        }
    }

    /// <summary>Two empty blocks end an archive.</summary>
    private async Task CompleteAsync(CancellationToken cancellationToken) => await output.WriteAsync(new byte[2 * BlockSize], cancellationToken);

    private async Task WriteContentAsync(LayerEntry entry, CancellationToken cancellationToken)
    {
        await using var source = new FileStream(entry.Source!, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var written = 0L;
        int read;
        while ((read = await source.ReadAsync(_copyBuffer, cancellationToken)) > 0)
        {
            written += read;
            if (written > entry.Length)
            {
                break;
            }

            await output.WriteAsync(_copyBuffer.AsMemory(0, read), cancellationToken);
        }

        if (written != entry.Length)
        {
            throw new FairleadException(
                "The published application cannot be packed.",
                $"{entry.Source} changed its length while it was read.",
                "Let nothing else write to the published application, and run this target again.");
        }

        await PadAsync(entry.Length, cancellationToken);
    }

    private async Task PadAsync(long length, CancellationToken cancellationToken)
    {
        var rest = (int)(length % BlockSize);
        if (rest > 0)
        {
            await output.WriteAsync(new byte[BlockSize - rest], cancellationToken);
        }
    }

    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, "ustar Interchange Format"
    private byte[] Header(string name, string prefix, char type, int mode, long size, string? link)
    {
        var block = new byte[BlockSize];
        Text(0, name);
        Octal(100, 7, mode);
        Octal(108, 7, 0);
        Octal(116, 7, 0);
        Octal(124, 11, size);
        Octal(136, 11, time.ToUnixTimeSeconds());
        block.AsSpan(148, 8).Fill((byte)' ');
        block[156] = (byte)type;
        Text(157, link ?? "");
        Text(257, "ustar");
        Text(263, "00");
        Octal(329, 7, 0);
        Octal(337, 7, 0);
        Text(345, prefix);
        var sum = 0;
        foreach (var value in block)
        {
            sum += value;
        }

        Octal(148, 6, sum);
        block[154] = 0;
        return block;

        void Text(int offset, string text) => Encoding.ASCII.GetBytes(text, block.AsSpan(offset));

        void Octal(int offset, int digits, long value)
            => Encoding.ASCII.GetBytes(Convert.ToString(value, 8).PadLeft(digits, '0'), block.AsSpan(offset));
    }

    private static (string? Name, string Prefix) Split(string path)
    {
        if (Fits(path, 100))
        {
            return (path, "");
        }

        for (var slash = path.IndexOf('/'); slash > 0 && slash < path.Length - 1; slash = path.IndexOf('/', slash + 1))
        {
            if (Fits(path[..slash], 155) && Fits(path[(slash + 1)..], 100))
            {
                return (path[(slash + 1)..], path[..slash]);
            }
        }

        return (null, "");
    }

    private static bool Fits(string text, int length) => text.Length <= length && Ascii.IsValid(text);

    // "<length> <key>=<value>\n", where the length counts itself.
    private static void AppendRecord(StringBuilder records, string key, string value)
    {
        var rest = Encoding.UTF8.GetByteCount(key) + Encoding.UTF8.GetByteCount(value) + 3;
        var length = rest + 1;
        while (length != rest + length.ToString(CultureInfo.InvariantCulture).Length)
        {
            length = rest + length.ToString(CultureInfo.InvariantCulture).Length;
        }

        records.Append(CultureInfo.InvariantCulture, $"{length} {key}={value}\n");
    }
}
