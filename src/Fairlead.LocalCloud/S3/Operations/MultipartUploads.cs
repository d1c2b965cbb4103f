using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>CreateMultipartUpload, UploadPart, UploadPartCopy, CompleteMultipartUpload and
/// AbortMultipartUpload. Completing copies nothing: the parts become the object.</summary>
internal sealed class MultipartUploads(S3Store store, ObjectWrites writes)
{
    public Task CreateAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var named = RequestBody.Declared(request);
        var algorithm = named ?? ChecksumAlgorithm.Crc64Nvme;
        var upload = new MultipartUpload
        {
            Key = request.Key!,
            UploadId = UploadPosition.NewId(),
            Initiated = store.Now,
            Metadata = ObjectHeaders.Read(request, bucket.Configuration),
            Tags = ObjectHeaders.ReadTags(request),
            Algorithm = algorithm.Name,
            AlgorithmWasNamed = named is not null,
            ChecksumType = UploadCompletion.ChecksumType(request, algorithm),
        };
        bucket.StartUpload(upload);
        ObjectHeaders.WriteEncryption(request, upload.Metadata);
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
        ObjectHeaders.WriteEncryption(request, upload.Metadata);
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
            var (start, length) = request.Header("x-amz-copy-source-range") is { } range
                ? ByteRange.OfCopy(range, source.Size)
                : new ByteRange(0, source.Size);
            var part = await writes.CopyContentAsync(bucket, content, start, length, number, algorithm, request.Aborted);
            Add(bucket, upload, part);
            ObjectWrites.WriteSourceVersionId(request, sourceBucket, source);
            ObjectHeaders.WriteEncryption(request, upload.Metadata);
            await S3Xml.WriteAsync(request, S3Xml.Element("CopyPartResult",
                S3Xml.Element("LastModified", S3Xml.Time(part.LastModified)),
                S3Xml.Element("ETag", ObjectHeaders.Quoted(part.ETag)),
                upload.AlgorithmWasNamed ? S3Xml.Element(algorithm.ElementName, part.Checksum) : null));
        }
    }

    /// <summary>Idempotent: of an upload that was completed before, the answer is the first one again, whatever condition held then.</summary>
    public async Task CompleteAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var uploadId = request.Query("uploadId")!;
        var condition = ObjectWrites.ReadCondition(request);
        var wasCompleted = bucket.Read(index => index.Completed.ContainsKey(uploadId));
        using var watch = bucket.Begin(wasCompleted ? null : condition);
        var completion = await UploadCompletion.ReadAsync(request);
        var version = bucket.Complete(request.Key!, uploadId, upload => completion.Make(upload, store.Now), completion.Confirm, condition);
        ObjectWrites.WriteVersionId(request, bucket, version);
        ObjectHeaders.WriteEncryption(request, version.Metadata);
        var checksum = version.Checksum!;
        await S3Xml.WriteAsync(request, S3Xml.Element("CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"http://{request.Context.Request.Host}/{bucket.Name}/{Uri.EscapeDataString(version.Key)}"),
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", version.Key),
            S3Xml.Element("ETag", ObjectHeaders.Quoted(version.ETag)),
            S3Xml.Element("Checksum" + checksum.Algorithm, checksum.Value),
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
}
