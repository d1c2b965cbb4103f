namespace Fairlead.Http;

/// <summary>Reads what the peer sends, for as long as it sends and not more than it may.</summary>
/// <param name="inner">The body.</param>
/// <param name="watch">Counts the time.</param>
/// <param name="largest">Bytes that it may have; null for any number.</param>
/// <param name="isCut">Whether it ends there, or fails.</param>
internal sealed class ReceivedStream(Stream inner, PeerWatch watch, long? largest, bool isCut) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="HttpLimitException">The peer fell silent, or sent too much.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (isCut && largest - _read is { } left)
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, left)];
        }

        if (buffer.Length == 0)
        {
            return 0;
        }

        var count = await watch.WaitAsync(HttpLimitKind.Silence, x => inner.ReadAsync(buffer, x).AsTask(), cancellationToken);
        watch.Moved(count);
        _read += count;
        return _read > largest ? throw watch.TooLarge(largest.Value) : count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // A read of the network that blocks cannot be ended.
    public override int Read(byte[] buffer, int offset, int count)
        => Task.Run(() => ReadAsync(buffer.AsMemory(offset, count)).AsTask()).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
