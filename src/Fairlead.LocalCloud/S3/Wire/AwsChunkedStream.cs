using System.Globalization;
using System.Text;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>
/// Takes the <c>aws-chunked</c> framing off a request body (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html):
/// <code>
/// 4000;chunk-signature=ad80…\r\n      hexadecimal length, for signed bodies a signature, which is not verified
/// …16384 bytes…\r\n
/// 0;chunk-signature=b6c6…\r\n
/// x-amz-checksum-crc32:sOO8/Q==\r\n   trailers, when the request announced them
/// \r\n
/// </code>
/// </summary>
internal sealed class AwsChunkedStream(Stream body) : Stream
{
    /// <summary>Chunk headers and trailers are far shorter; without a bound a hostile line would fill the memory.</summary>
    private const int LongestLine = 4096;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _leftInChunk;
    private bool _ended;

    /// <summary>The trailers, by lower-case name. Complete when the stream has ended.</summary>
    public Dictionary<string, string> Trailers { get; } = new(StringComparer.Ordinal);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_leftInChunk == 0 && !await NextChunkAsync(cancellationToken))
        {
            return 0;
        }

        if (_start == _end && !await FillAsync(cancellationToken))
        {
            throw S3Errors.IncompleteBody();
        }

        var count = (int)Math.Min(Math.Min(_leftInChunk, _end - _start), buffer.Length);
        _buffer.AsMemory(_start, count).CopyTo(buffer);
        _start += count;
        _leftInChunk -= count;
        if (_leftInChunk == 0 && (await LineAsync(cancellationToken)).Length != 0)
        {
            throw S3Errors.IncompleteBody();
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<bool> NextChunkAsync(CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return false;
        }

        var header = await LineAsync(cancellationToken);
        if (!long.TryParse(header.Split(';', 2)[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
        {
            throw S3Errors.InvalidRequest("The aws-chunked body has a chunk without a length.");
        }

        _leftInChunk = length;
        if (length > 0)
        {
            return true;
        }

        _ended = true;
        for (var line = await LineAsync(cancellationToken); line.Length > 0; line = await LineAsync(cancellationToken))
        {
            var colon = line.IndexOf(':');
            if (colon < 1)
            {
                throw S3Errors.InvalidRequest("The aws-chunked body has a trailer without a name.");
            }

            Trailers[line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
        }

        return false;
    }

    /// <summary>A line without its end. Some clients leave out the last empty line, so the end of the body is one too once the last chunk was seen.</summary>
    private async ValueTask<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return _ended ? line.ToString() : throw S3Errors.IncompleteBody();
            }

            var value = (char)_buffer[_start++];
            if (value == '\n')
            {
                return line.ToString();
            }

            if (value != '\r')
            {
                line.Append(value);
            }

            if (line.Length > LongestLine)
            {
                throw S3Errors.InvalidRequest("The aws-chunked body has a chunk header that is too long.");
            }
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await body.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}
