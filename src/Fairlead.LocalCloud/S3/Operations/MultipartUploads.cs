using System.Globalization;
using System.Security.Cryptography;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>CreateMultipartUpload, UploadPart, UploadPartCopy, CompleteMultipartUpload and
/// AbortMultipartUpload. Completing copies nothing: the parts become the object.</summary>
internal sealed class MultipartUploads(S3Store store, ObjectWrites writes)
{
    /// <summary>Every part but the last: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html</summary>
    private const long LeastPartBytes = 5 * 1024 * 1024;

    private const string FullObject = "FULL_OBJECT";
    private const string Composite = "COMPOSITE";

    public Task CreateAsync(S3Request request)
    {
        ObjectWrites.CheckKey(request.Key!);
        var bucket = store.Bucket(request.Bucket!);
        var named = RequestBody.Declared(request);
        var algorithm = named ?? ChecksumAlgorithm.Crc64Nvme;
        var upload = new MultipartUpload
        {
            Key = request.Key!,
            UploadId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            Initiated = store.Now,
            Metadata = ObjectHeaders.Read(request),
            Tags = ObjectHeaders.ReadTags(request),
            Algorithm = algorithm.Name,
            AlgorithmWasNamed = named is not null,
            ChecksumType = ChecksumType(request, algorithm),
        };
        bucket.StartUpload(upload);
        if (named is not null)
        {
            request.Context.Response.Headers["x-amz-checksum-algorithm"] = upload.Algorithm;
            request.Context.Response.Headers["x-amz-checksum-type"] = upload.ChecksumType;
        }

        return S3Xml.WriteAsync(request, S3Xml.Element("InitiateMultipartUploadResult",
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.UploadId)));
    }

    public async Task UploadPartAsync(S3Request request)
    {
        var (bucket, upload, algorithm) = Find(request);
        var number = request.PartNumber();
        if (upload.AlgorithmWasNamed && RequestBody.Declared(request) is { } declared && declared != algorithm)
        {
            throw S3Errors.InvalidRequest($"Checksum Type mismatch occurred, expected checksum Type: {algorithm.Name.ToLowerInvariant()}, actual checksum "
                + $"Type: {declared.Name.ToLowerInvariant()}");
        }

        var (blob, body) = await ObjectWrites.StoreBodyAsync(bucket, request, algorithm);
        var part = new StoredPart(number, blob, body.Size, body.Md5, Convert.ToBase64String(body.Checksums[algorithm]), store.Now);
        Add(bucket, upload, part);
        var response = request.Context.Response;
        response.Headers.ETag = ObjectHeaders.Quoted(part.ETag);
        foreach (var (sent, sum) in body.Checksums.Where(x => request.Header(x.Key.HeaderName) is not null || x.Key == algorithm))
        {
            response.Headers[sent.HeaderName] = Convert.ToBase64String(sum);
        }

        response.ContentLength = 0;
    }

    public async Task CopyPartAsync(S3Request request)
    {
        var (bucket, upload, algorithm) = Find(request);
        var number = request.PartNumber();
        var (sourceBucket, content, source) = writes.OpenSource(request);
        await using (content)
        {
            var header = request.Header("x-amz-copy-source-range");
            var range = ByteRange.Parse(header, source.Size, out var satisfiable);
            if (header is not null && (range is null || !satisfiable))
            {
                throw S3Errors.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the "
                    + "zero-based offsets of the first and last bytes to copy");
            }

            var (start, length) = range ?? new ByteRange(0, source.Size);
            var part = await writes.CopyContentAsync(bucket, content, start, length, number, algorithm, request.Aborted);
            Add(bucket, upload, part);
            ObjectWrites.WriteSourceVersionId(request, sourceBucket, source);
            await S3Xml.WriteAsync(request, S3Xml.Element("CopyPartResult",
                S3Xml.Element("LastModified", S3Xml.Time(part.LastModified)),
                S3Xml.Element("ETag", ObjectHeaders.Quoted(part.ETag)),
                upload.AlgorithmWasNamed ? S3Xml.Element(algorithm.ElementName, part.Checksum) : null));
        }
    }

    public async Task CompleteAsync(S3Request request)
    {
        var (bucket, upload, algorithm) = Find(request);
        var condition = ObjectWrites.ReadCondition(request);
        using var watch = bucket.Begin(condition);
        var chosen = await ChooseAsync(request, bucket, upload, algorithm);
        var size = chosen.Sum(x => x.Size);
        if (request.Header("x-amz-mp-object-size") is { } declared && declared != size.ToString(CultureInfo.InvariantCulture))
        {
            throw S3Errors.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed.");
        }

        var checksum = Whole(upload, algorithm, chosen);
        if (request.Header(algorithm.HeaderName) is { } sent && sent != checksum.Value)
        {
            throw S3Errors.BadDigest($"The {algorithm.Name} you specified did not match the calculated checksum.");
        }

        var version = bucket.Put(new ObjectVersion
        {
            Key = upload.Key,
            ETag = Convert.ToHexStringLower(MD5.HashData(chosen.SelectMany(x => Convert.FromHexString(x.ETag)).ToArray()))
                + "-"
                + chosen.Count.ToString(CultureInfo.InvariantCulture),
            Size = size,
            LastModified = store.Now,
            Parts = chosen,
            IsMultipart = true,
            Metadata = upload.Metadata,
            Tags = upload.Tags,
            Checksum = checksum,
        }, condition, upload.UploadId);
        ObjectWrites.WriteVersionId(request, bucket, version);
        await S3Xml.WriteAsync(request, S3Xml.Element("CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"http://{request.Context.Request.Host}/{bucket.Name}/{Uri.EscapeDataString(version.Key)}"),
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", version.Key),
            S3Xml.Element("ETag", ObjectHeaders.Quoted(version.ETag)),
            S3Xml.Element(algorithm.ElementName, checksum.Value),
            S3Xml.Element("ChecksumType", checksum.Type)));
    }

    public Task AbortAsync(S3Request request)
    {
        store.Bucket(request.Bucket!).AbortUpload(request.Key!, request.Query("uploadId")!);
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static void Add(Bucket bucket, MultipartUpload upload, StoredPart part)
        => ObjectWrites.Keep(bucket, part.Blob, () =>
        {
            bucket.AddPart(upload.UploadId, part);
            return part;
        });

    private (Bucket Bucket, MultipartUpload Upload, ChecksumAlgorithm Algorithm) Find(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var upload = bucket.Read(index => Bucket.UploadOf(index, request.Key!, request.Query("uploadId")!));
        return ChecksumAlgorithm.TryFind(upload.Algorithm, out var algorithm)
            ? (bucket, upload, algorithm)
            : throw new InvalidOperationException($"The upload of '{upload.Key}' has the unknown checksum algorithm '{upload.Algorithm}'.");
    }

    /// <summary>The parts that the client's list names, in its order.</summary>
    private static async Task<List<StoredPart>> ChooseAsync(S3Request request, Bucket bucket, MultipartUpload upload, ChecksumAlgorithm algorithm)
    {
        var document = await S3Xml.ReadAsync(request, "CompleteMultipartUpload");
        var stored = bucket.Read(_ => upload.Parts.ToDictionary());
        var chosen = new List<StoredPart>();
        foreach (var entry in document.All("Part"))
        {
            if (!int.TryParse(entry.Value("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw S3Errors.MalformedXml();
            }

            if (chosen.Count > 0 && number <= chosen[^1].Number)
            {
                throw new AwsServiceException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
            }

            var matches = stored.TryGetValue(number, out var part)
                          && part.ETag == ObjectHeaders.Unquoted(entry.Value("ETag") ?? "")
                          && (entry.Value(algorithm.ElementName) ?? part.Checksum) == part.Checksum;
            chosen.Add(matches ? part! : throw new AwsServiceException(
                "InvalidPart",
                $"One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match "
                    + $"the part's entity tag. (part {number})"));
        }

        if (chosen.Count == 0)
        {
            throw S3Errors.MalformedXml();
        }

        return chosen.SkipLast(1).Any(x => x.Size < LeastPartBytes)
            ? throw new AwsServiceException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
            : chosen;
    }

    /// <summary>The checksum of the object from those of its parts: combined for a check, a checksum of checksums otherwise.</summary>
    private static ObjectChecksum Whole(MultipartUpload upload, ChecksumAlgorithm algorithm, IReadOnlyList<StoredPart> parts)
    {
        if (upload.ChecksumType == FullObject)
        {
            var crc = algorithm.Crc!;
            var whole = parts.Aggregate(0UL, (sum, part) => crc.Combine(sum, crc.FromBytes(Convert.FromBase64String(part.Checksum)), part.Size));
            return new ObjectChecksum(algorithm.Name, Convert.ToBase64String(crc.ToBytes(whole)), FullObject);
        }

        using var running = algorithm.Start();
        foreach (var part in parts)
        {
            running.Append(Convert.FromBase64String(part.Checksum));
        }

        return new ObjectChecksum(algorithm.Name, $"{Convert.ToBase64String(running.Finish())}-{parts.Count}", Composite);
    }

    /// <summary>The table of https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html</summary>
    private static string ChecksumType(S3Request request, ChecksumAlgorithm algorithm)
    {
        var wanted = request.Header("x-amz-checksum-type");
        var fallback = algorithm == ChecksumAlgorithm.Crc64Nvme ? FullObject : Composite;
        return (wanted ?? fallback) switch
        {
            FullObject when algorithm.Crc is not null => FullObject,
            Composite when algorithm != ChecksumAlgorithm.Crc64Nvme => Composite,
            FullObject or Composite =>
                throw S3Errors.InvalidRequest($"The {wanted} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm."),
            _ => throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
    }
}
