namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>The parts of an object read as one. Reads and seeks; never writes.</summary>
internal sealed class PartsStream(FileStream[] parts, long[] sizes) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = sizes.Sum();

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var start = 0L;
        for (var index = 0; index < parts.Length; start += sizes[index], index++)
        {
            if (_position < start + sizes[index])
            {
                parts[index].Position = _position - start;
                var read = await parts[index].ReadAsync(buffer, cancellationToken);
                _position += read;
                return read;
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => _position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        foreach (var part in parts)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
