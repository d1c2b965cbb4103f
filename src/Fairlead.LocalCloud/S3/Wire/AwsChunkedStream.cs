using System.Globalization;
using System.Text;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>
/// Takes the <c>aws-chunked</c> framing off a request body (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html):
/// <code>
/// 4000;chunk-signature=ad80…\r\n      hexadecimal length, for signed bodies a signature
/// …16384 bytes…\r\n
/// 0;chunk-signature=b6c6…\r\n
/// x-amz-checksum-crc32:sOO8/Q==\r\n   trailers, when the request announced them
/// x-amz-trailer-signature:d816…\r\n   of the trailers, for signed bodies
/// \r\n
/// </code>
/// What comes out of a signed body is true up to the last whole chunk; a reader that keeps it waits for the end, where the last signature is.
/// </summary>
/// <param name="body">As it came.</param>
/// <param name="signatures">Verifies the chunks; null when they are not signed.</param>
internal sealed class AwsChunkedStream(Stream body, IChunkSignatures? signatures) : Stream
{
    private const string ChunkSignature = "chunk-signature=";

    private const string TrailerSignature = "x-amz-trailer-signature:";

    /// <summary>Chunk headers and trailers are far shorter; without a bound a hostile line would fill the memory.</summary>
    private const int LongestLine = 4096;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _leftInChunk;
    private string? _signature;
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
        signatures?.Append(_buffer.AsSpan(_start, count));
        _start += count;
        _leftInChunk -= count;
        if (_leftInChunk == 0)
        {
            if ((await LineAsync(cancellationToken)).Length != 0)
            {
                throw S3Errors.IncompleteBody();
            }

            EndChunk();
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

        var header = (await LineAsync(cancellationToken)).Split(';', 2);
        if (!long.TryParse(header[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length < 0)
        {
            throw S3Errors.InvalidRequest("The aws-chunked body has a chunk without a length.");
        }

        _leftInChunk = length;
        _signature = header.Length > 1 && header[1].Trim() is var extension && extension.StartsWith(ChunkSignature, StringComparison.Ordinal)
            ? extension[ChunkSignature.Length..]
            : null;
        if (length > 0)
        {
            return true;
        }

        EndChunk();
        _ended = true;
        var signed = new List<string>();
        string? signature = null;
        for (var line = await LineAsync(cancellationToken); line.Length > 0; line = await LineAsync(cancellationToken))
        {
            if (line.StartsWith(TrailerSignature, StringComparison.OrdinalIgnoreCase))
            {
                signature = line[TrailerSignature.Length..].Trim();
                continue;
            }

            var colon = line.IndexOf(':');
            if (colon < 1)
            {
                throw S3Errors.InvalidRequest("The aws-chunked body has a trailer without a name.");
            }

            var (name, value) = (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
            Trailers[name] = value;
            signed.Add($"{name}:{value}");
        }

        // Trailers that nobody signed say nothing of a body that is signed.
        if (signatures is not null && (signatures.SignsTrailers ? !signatures.EndTrailers(signed, signature) : signed.Count > 0))
        {
            throw SignatureDoesNotMatch();
        }

        return false;
    }

    private void EndChunk()
    {
        if (signatures?.EndChunk(_signature) == false)
        {
            throw SignatureDoesNotMatch();
        }
    }

    private static AwsServiceException SignatureDoesNotMatch() => new(
        "SignatureDoesNotMatch",
        "The signature of a chunk or of the trailers does not match what was received. Check your key and signing method.",
        StatusCodes.Status403Forbidden);

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
