using System.Security.Cryptography;
using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>PutObject and CopyObject.</summary>
internal sealed class ObjectWrites(S3Store store)
{
    public static WriteCondition? ReadCondition(S3Request request)
    {
        var ifNoneMatch = request.Header("If-None-Match");
        if (ifNoneMatch is not (null or "*"))
        {
            throw S3Errors.NotImplemented("writes with an If-None-Match other than *, as S3 does not");
        }

        var ifMatch = request.Header("If-Match");
        return ifNoneMatch is null && ifMatch is null
            ? null
            : new WriteCondition(request.Key!, ifNoneMatch is not null, ifMatch is null ? null : ObjectHeaders.Unquoted(ifMatch));
    }

    public async Task PutAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var metadata = ObjectHeaders.Read(request, bucket.Configuration);
        var tags = ObjectHeaders.ReadTags(request);
        var condition = ReadCondition(request);
        using var watch = bucket.Begin(condition);
        var algorithm = RequestBody.Declared(request) ?? ChecksumAlgorithm.Crc64Nvme;
        var (blob, body) = await StoreBodyAsync(bucket, request, algorithm);
        var checksum = Convert.ToBase64String(body.Checksums[algorithm]);
        var version = Keep(bucket, blob, () => bucket.Put(new ObjectVersion
        {
            Key = request.Key!,
            ETag = body.Md5,
            Size = body.Size,
            LastModified = store.Now,
            Parts = [new StoredPart(1, blob, body.Size, body.Md5, checksum, store.Now)],
            Metadata = metadata,
            Tags = tags,
            Checksum = new ObjectChecksum(algorithm.Name, checksum, "FULL_OBJECT"),
        }, condition));
        var response = request.Context.Response;
        response.Headers.ETag = ObjectHeaders.Quoted(version.ETag);
        ObjectHeaders.WriteEncryption(request, version.Metadata);
        ObjectHeaders.WriteChecksum(request, version.Checksum);
        WriteVersionId(request, bucket, version);
        response.ContentLength = 0;
    }

    public async Task CopyAsync(S3Request request)
    {
        var target = store.Bucket(request.Bucket!);
        var replaces = Directive(request, "x-amz-metadata-directive");
        var replacesTags = Directive(request, "x-amz-tagging-directive");
        var condition = ReadCondition(request);
        using var watch = target.Begin(condition);
        var (bucket, content, source) = OpenSource(request);
        using (content)
        {
            if (!replaces
                && bucket == target
                && source.Key == request.Key
                && request.Header("x-amz-copy-source")!.Contains("versionId=", StringComparison.Ordinal) is false
                && request.Header("x-amz-storage-class") is null
                    && request.Header("x-amz-website-redirect-location") is null
                    && request.Header("x-amz-server-side-encryption") is null)
            {
                throw S3Errors.InvalidRequest("This copy request is illegal because it is trying to copy an object to itself without changing the object's "
                    + "metadata, storage class, website redirect location or encryption attributes.");
            }

            var sent = ObjectHeaders.Read(request, target.Configuration);
            var metadata = replaces ? sent : Kept(source.Metadata, sent);
            var tags = replacesTags ? ObjectHeaders.ReadTags(request) : source.Tags;
            var wanted = request.Header("x-amz-checksum-algorithm") ?? source.Checksum?.Algorithm;
            var algorithm = ChecksumAlgorithm.TryFind(wanted, out var named) ? named : ChecksumAlgorithm.Crc64Nvme;
            var part = await CopyContentAsync(target, content, 0, source.Size, 1, algorithm, request.Aborted);
            var version = Keep(target, part.Blob, () => target.Put(new ObjectVersion
            {
                Key = request.Key!,
                ETag = part.ETag,
                Size = part.Size,
                LastModified = store.Now,
                Parts = [part],
                Metadata = metadata,
                Tags = tags,
                Checksum = new ObjectChecksum(algorithm.Name, part.Checksum, "FULL_OBJECT"),
            }, condition));
            WriteVersionId(request, target, version);
            ObjectHeaders.WriteEncryption(request, version.Metadata);
            WriteSourceVersionId(request, bucket, source);
            await S3Xml.WriteAsync(request, S3Xml.Element("CopyObjectResult",
                S3Xml.Element("LastModified", S3Xml.Time(version.LastModified)),
                S3Xml.Element("ETag", ObjectHeaders.Quoted(version.ETag)),
                S3Xml.Element("ChecksumType", "FULL_OBJECT"),
                S3Xml.Element(algorithm.ElementName, part.Checksum)));
        }
    }

    /// <summary>Opens what <c>x-amz-copy-source: /bucket/key?versionId=…</c> names and checks the <c>x-amz-copy-source-if-*</c> conditions.</summary>
    public (Bucket Bucket, Stream Content, ObjectVersion Version) OpenSource(S3Request request)
    {
        var text = request.Header("x-amz-copy-source")!;
        string? versionId = null;
        if (text.LastIndexOf("?versionId=", StringComparison.Ordinal) is var question and >= 0)
        {
            versionId = Uri.UnescapeDataString(text[(question + "?versionId=".Length)..]);
            text = text[..question];
        }

        var path = Uri.UnescapeDataString(text).TrimStart('/').Split('/', 2);
        if (path.Length < 2 || path[1].Length == 0)
        {
            throw S3Errors.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }

        var bucket = store.Bucket(path[0]);
        var content = bucket.Open(index =>
        {
            var version = ObjectReads.Choose(index, path[1], versionId);
            return version.IsDeleteMarker
                ? throw S3Errors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.")
                : version;
        }, out var found);
        try
        {
            if (!ObjectReads.Holds(request, found, "x-amz-copy-source-"))
            {
                throw S3Errors.PreconditionFailed();
            }

            return (bucket, content, found);
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    /// <summary>Stores the request's body in a file of its own and returns its name when it is on the disk.</summary>
    public static async Task<(string Blob, RequestBody Body)> StoreBodyAsync(Bucket bucket, S3Request request, ChecksumAlgorithm algorithm)
    {
        RequestBody? body = null;
        var blob = await StoreAsync(bucket, async write => body = await RequestBody.ReceiveAsync(request, algorithm, write));
        return (blob, body!);
    }

    public async Task<StoredPart> CopyContentAsync(
        Bucket target,
        Stream content,
        long start,
        long length,
        int number,
        ChecksumAlgorithm algorithm,
        CancellationToken cancellationToken)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var checksum = algorithm.Start();
        content.Position = start;
        var blob = await StoreAsync(target, async write =>
        {
            var buffer = new byte[128 * 1024];
            for (var left = length; left > 0;)
            {
                var count = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellationToken);
                if (count == 0)
                {
                    throw new EndOfStreamException("The content of the source ended early.");
                }

                md5.AppendData(buffer, 0, count);
                checksum.Append(buffer.AsSpan(0, count));
                await write(buffer.AsMemory(0, count));
                left -= count;
            }
        });
        return new StoredPart(number, blob, length, Convert.ToHexStringLower(md5.GetHashAndReset()), Convert.ToBase64String(checksum.Finish()), store.Now);
    }

    /// <summary>Commits what refers to a file; the file goes when that fails.</summary>
    public static T Keep<T>(Bucket bucket, string blob, Func<T> commit)
    {
        try
        {
            return commit();
        }
        catch
        {
            bucket.Blobs.Delete(blob);
            throw;
        }
    }

    public static void WriteVersionId(S3Request request, Bucket bucket, ObjectVersion version)
    {
        if (bucket.Configuration.Versioning is not null)
        {
            request.Context.Response.Headers["x-amz-version-id"] = version.VersionId;
        }
    }

    public static void WriteSourceVersionId(S3Request request, Bucket bucket, ObjectVersion version)
    {
        if (bucket.Configuration.Versioning is not null)
        {
            request.Context.Response.Headers["x-amz-copy-source-version-id"] = version.VersionId;
        }
    }

    /// <summary>A copy has the metadata of its source, and a storage class, an encryption and an access control list of its own
    /// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html).</summary>
    private static ObjectMetadata Kept(ObjectMetadata source, ObjectMetadata sent)
    {
        var own = sent.Headers.Where(x => x.Key is Encryption.Header or Encryption.KeyHeader or "x-amz-storage-class" or "x-amz-website-redirect-location");
        return source with
        {
            Headers = new Dictionary<string, string>(
                source.Headers.Where(x => !x.Key.StartsWith("x-amz-", StringComparison.Ordinal)).Concat(own),
                StringComparer.Ordinal),
            Acl = sent.Acl,
        };
    }

    private static bool Directive(S3Request request, string header) => request.Header(header) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        _ => throw S3Errors.InvalidArgument($"Unknown value of {header}; it is COPY or REPLACE"),
    };

    private static async Task<string> StoreAsync(Bucket bucket, Func<Func<ReadOnlyMemory<byte>, ValueTask>, Task> produce)
    {
        var (name, file) = bucket.Blobs.Create();
        try
        {
            await using (file)
            {
                await produce(data => WriteAsync(file, data));
                Flush(file);
            }

            return name;
        }
        catch
        {
            bucket.Blobs.Delete(name);
            throw;
        }
    }

    private static async ValueTask WriteAsync(FileStream file, ReadOnlyMemory<byte> data)
    {
        try
        {
            await file.WriteAsync(data);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw S3Errors.DiskRefused(exception);
        }
    }

    private static void Flush(FileStream file)
    {
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw S3Errors.DiskRefused(exception);
        }
    }
}
