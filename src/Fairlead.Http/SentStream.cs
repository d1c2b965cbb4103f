namespace Fairlead.Http;

/// <summary>The way to the peer: tells of every part that left.</summary>
internal sealed class SentStream(Stream inner, PeerWatch watch) : Stream
{
    // What is written at once may be all there is, and tells of nothing until its last byte has left.
    private const int Slice = 64 * 1024;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (; buffer.Length > Slice; buffer = buffer[Slice..])
        {
            await inner.WriteAsync(buffer[..Slice], cancellationToken);
            watch.Sent(Slice);
        }

        await inner.WriteAsync(buffer, cancellationToken);
        watch.Sent(buffer.Length);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        for (; count > Slice; offset += Slice, count -= Slice)
        {
            inner.Write(buffer, offset, Slice);
            watch.Sent(Slice);
        }

        inner.Write(buffer, offset, count);
        watch.Sent(count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
