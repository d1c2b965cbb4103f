namespace Fairlead.Containers;

/// <summary>
/// Makes the header of a gzip stream the same everywhere: .NET writes the operating system into byte 9 and the effort into byte 8
/// (RFC 1952, section 2.3.1).
/// </summary>
internal sealed class GzipHeaderStream(Stream inner) : Stream
{
    private const byte UnknownSystem = 255;
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(_position < 10 ? Normalise(buffer) : Count(buffer));

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position < 10)
        {
            return inner.WriteAsync(Normalise(buffer.Span), cancellationToken);
        }

        _position += buffer.Length;
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private ReadOnlySpan<byte> Count(ReadOnlySpan<byte> bytes)
    {
        _position += bytes.Length;
        return bytes;
    }

    private byte[] Normalise(ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        for (var i = 0; i < copy.Length; i++, _position++)
        {
            copy[i] = _position switch
            {
                >= 4 and <= 8 => 0,
                9 => UnknownSystem,
                _ => copy[i],
            };
        }

        return copy;
    }
}
