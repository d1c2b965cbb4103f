using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Checksums;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>A request body that has arrived whole and is what the client said it would be.</summary>
/// <param name="Size">Bytes, without the <c>aws-chunked</c> framing.</param>
/// <param name="Md5">Hexadecimal.</param>
/// <param name="Checksums">What was computed, raw: what the client sent and what was asked for.</param>
internal sealed record RequestBody(long Size, string Md5, IReadOnlyDictionary<ChecksumAlgorithm, byte[]> Checksums)
{
    /// <summary>A single PUT or part, as in S3.</summary>
    public const long MostBytes = 5L * 1024 * 1024 * 1024;

    /// <summary>A document of S3's that is not a long list; a lifecycle of 1,000 rules is less.</summary>
    public const int MostDocumentBytes = 2 * 1024 * 1024;

    /// <summary>Which checksum the request carries, if any.</summary>
    public static ChecksumAlgorithm? Declared(S3Request request)
    {
        foreach (var algorithm in ChecksumAlgorithm.All)
        {
            if (request.Header(algorithm.HeaderName) is not null || TrailerNames(request).Contains(algorithm.HeaderName))
            {
                return algorithm;
            }
        }

        var name = request.Header("x-amz-sdk-checksum-algorithm") ?? request.Header("x-amz-checksum-algorithm");
        if (name is null)
        {
            return null;
        }

        return ChecksumAlgorithm.TryFind(name, out var named) ? named : throw S3Errors.InvalidRequest(
            "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]");
    }

    /// <summary>True when the request carries a digest or checksum of its body, in a header or as a trailer; <see cref="ReceiveAsync"/> compares it.</summary>
    public static bool HasDigest(S3Request request)
        => request.Header("Content-MD5") is not null
           || ChecksumAlgorithm.All.Any(x => request.Header(x.HeaderName) is not null || TrailerNames(request).Contains(x.HeaderName));

    /// <summary>Streams the body to <paramref name="write"/> and checks it against everything that the client declared.
    /// The checksum <paramref name="computed"/> is had in any case.</summary>
    public static async Task<RequestBody> ReceiveAsync(
        S3Request request,
        ChecksumAlgorithm? computed,
        Func<ReadOnlyMemory<byte>, ValueTask> write,
        bool checksumsAreOfTheBody = true)
    {
        var isChunked = IsAwsChunked(request);
        var expected = ExpectedSize(request, isChunked);
        var chunked = isChunked ? new AwsChunkedStream(request.Context.Request.Body, request.Context.Features.Get<IChunkSignatures>()) : null;
        var declared = checksumsAreOfTheBody ? Declared(request) : null;
        var contentSha256 = request.Context.Features.Get<PayloadDigest>()?.Sha256;
        var running = new[] { declared, computed, contentSha256 is null ? null : ChecksumAlgorithm.Sha256 }
            .OfType<ChecksumAlgorithm>().Distinct().ToDictionary(x => x, x => x.Start());
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        request.BodyWasAskedFor = expected > 0;
        var size = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            var source = chunked ?? request.Context.Request.Body;
            while (await ReadAsync(source, buffer, request.Aborted) is var count and > 0)
            {
                size += count;
                if (size > MostBytes)
                {
                    throw new AwsServiceException("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
                }

                var data = buffer.AsMemory(0, count);
                md5.AppendData(data.Span);
                foreach (var checksum in running.Values)
                {
                    checksum.Append(data.Span);
                }

                await write(data);
            }

            if (size != expected)
            {
                throw S3Errors.IncompleteBody();
            }

            var md5Bytes = md5.GetHashAndReset();
            var sums = running.ToDictionary(x => x.Key, x => x.Value.Finish());
            Verify(request, chunked?.Trailers, md5Bytes, contentSha256, sums, checksumsAreOfTheBody);
            return new RequestBody(size, Convert.ToHexStringLower(md5Bytes), sums);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            foreach (var checksum in running.Values)
            {
                checksum.Dispose();
            }
        }
    }

    /// <summary>A body that is a document, checked like content.</summary>
    /// <exception cref="AwsServiceException">MaxMessageLengthExceeded when it has more than <paramref name="most"/> bytes.</exception>
    public static async Task<MemoryStream> ReadDocumentAsync(S3Request request, int most = MostDocumentBytes, bool checksumsAreOfTheBody = true)
    {
        if (request.Context.Request.ContentLength > most)
        {
            throw S3Errors.TooLongMessage();
        }

        var document = new MemoryStream();
        await ReceiveAsync(request, null, data =>
        {
            document.Write(data.Span);
            return document.Length > most ? throw S3Errors.TooLongMessage() : ValueTask.CompletedTask;
        }, checksumsAreOfTheBody);
        document.Position = 0;
        return document;
    }

    private static bool IsAwsChunked(S3Request request)
        => request.Header("x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
           || (request.Header("x-amz-decoded-content-length") is not null
               && request.Header("Content-Encoding")?.Contains("aws-chunked", StringComparison.OrdinalIgnoreCase) == true);

    private static long ExpectedSize(S3Request request, bool isChunked)
    {
        if (isChunked && request.Header("x-amz-decoded-content-length") is { } text)
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                ? size
                : throw S3Errors.InvalidArgument("x-amz-decoded-content-length is not a number of bytes");
        }

        // Without a length a body that the network cut short could not be told from a whole one.
        return isChunked || request.Context.Request.ContentLength is null
            ? throw new AwsServiceException("MissingContentLength", "You must provide the Content-Length HTTP header.", StatusCodes.Status411LengthRequired)
            : request.Context.Request.ContentLength.Value;
    }

    private static string[] TrailerNames(S3Request request)
        => request.Header("x-amz-trailer")?.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries) ?? [];

    private static async ValueTask<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            // The client closed its side before the announced end.
            throw S3Errors.IncompleteBody();
        }
    }

    private static void Verify(
        S3Request request,
        Dictionary<string, string>? trailers,
        byte[] md5,
        string? contentSha256,
        Dictionary<ChecksumAlgorithm, byte[]> sums,
        bool checksumsAreOfTheBody)
    {
        // An empty one is none that could be right, and not none.
        if (request.Context.Request.Headers.TryGetValue("Content-MD5", out var contentMd5))
        {
            var sent = new byte[MD5.HashSizeInBytes];
            if (!Convert.TryFromBase64String(contentMd5.ToString(), sent, out var length) || length != sent.Length)
            {
                throw new AwsServiceException("InvalidDigest", "The Content-MD5 you specified was invalid.");
            }

            if (!sent.AsSpan().SequenceEqual(md5))
            {
                throw S3Errors.BadDigest("The Content-MD5 you specified did not match what we received.");
            }
        }

        if (contentSha256 is not null && !Convert.ToHexStringLower(sums[ChecksumAlgorithm.Sha256]).Equals(contentSha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new AwsServiceException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }

        foreach (var name in TrailerNames(request).Where(x => trailers?.ContainsKey(x) != true))
        {
            throw new AwsServiceException("MalformedTrailerError", $"The request announced the trailer {name} and did not send it.");
        }

        foreach (var (algorithm, sum) in checksumsAreOfTheBody ? sums : [])
        {
            if ((trailers?.GetValueOrDefault(algorithm.HeaderName) ?? request.Header(algorithm.HeaderName)) is not { } sent)
            {
                continue;
            }

            var raw = new byte[algorithm.Bytes];
            if (!Convert.TryFromBase64String(sent, raw, out var length) || length != raw.Length)
            {
                throw S3Errors.InvalidRequest($"Value for {algorithm.HeaderName} header is invalid.");
            }

            if (!raw.AsSpan().SequenceEqual(sum))
            {
                throw S3Errors.BadDigest($"The {algorithm.Name} you specified did not match the calculated checksum.");
            }
        }
    }
}
