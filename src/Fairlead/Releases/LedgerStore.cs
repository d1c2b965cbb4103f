using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Json;

namespace Fairlead.Releases;

/// <summary>Small objects under a prefix of a bucket, with conditional writes.</summary>
internal sealed class LedgerStore(IAmazonS3 s3, string bucket, string prefix)
{
    // .NET's HTTP client puts the words of a Cache-Control that it receives into an order of its own. A copy must be exact, so it is
    // kept a second time where nobody interprets it.
    private const string CacheControlKey = "x-amz-meta-cache-control";
    private readonly string _prefix = prefix.Trim('/') is { Length: > 0 } trimmed ? trimmed + "/" : "";

    public string Describe(string name) => $"s3://{bucket}/{_prefix}{name}";

    public async Task<StoredObject?> ReadAsync(string name, CancellationToken cancellationToken) => (await ReadTimedAsync(name, cancellationToken)).Value;

    /// <summary>Reads, and tells the store's time; null when there is no object.</summary>
    public async Task<StoreAnswer<StoredObject?>> ReadTimedAsync(string name, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = _prefix + name };
        using var date = new StoreDate(s3, request);
        try
        {
            using var response = await s3.GetObjectAsync(request, cancellationToken);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellationToken);
            var stored = new StoredObject(
                content.ToArray(),
                response.ETag,
                response.Headers.ContentType,
                response.Metadata[CacheControlKey] ?? response.Headers.CacheControl,
                response.LastModified is { } written ? new DateTimeOffset(written.ToUniversalTime(), TimeSpan.Zero) : null);
            return new StoreAnswer<StoredObject?>(stored, date.Value);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey" || (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket"))
        {
            date.Read(e);
            return new StoreAnswer<StoredObject?>(null, date.Value);
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("read", name, e);
        }
    }

    /// <summary>Writes if the object is as it is thought to be. Null when it is not.</summary>
    /// <param name="name">Key below the prefix.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="expected">ETag that the object must have; null when there must be no object.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The new ETag.</returns>
    public async Task<string?> TryWriteAsync(string name, byte[] content, string? expected, CancellationToken cancellationToken)
        => (await TryWriteTimedAsync(name, content, expected, cancellationToken)).Value;

    /// <summary>As <see cref="TryWriteAsync"/>, and tells the store's time.</summary>
    public async Task<StoreAnswer<string?>> TryWriteTimedAsync(string name, byte[] content, string? expected, CancellationToken cancellationToken)
    {
        var request = NewRequest(name, content, "application/json", "no-store");
        if (expected is null)
        {
            request.IfNoneMatch = "*";
        }
        else
        {
            // Without quotes: Amazon takes both, Ceph only this.
            request.IfMatch = expected.Trim('"');
        }

        using var date = new StoreDate(s3, request);
        try
        {
            var etag = (await s3.PutObjectAsync(request, cancellationToken)).ETag;
            return new StoreAnswer<string?>(etag, date.Value);
        }
        catch (AmazonS3Exception e) when (IsRefused(e))
        {
            date.Read(e);
            return new StoreAnswer<string?>(null, date.Value);
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("write", name, e);
        }

        // 412: not as expected. 409: somebody else is writing at this moment. 404: to be replaced, but gone.
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
        bool IsRefused(AmazonS3Exception e)
            => e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict
                || (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket" && expected is not null);
    }

    public async Task WriteAsync(string name, byte[] content, string contentType, string cacheControl, CancellationToken cancellationToken)
    {
        try
        {
            await s3.PutObjectAsync(NewRequest(name, content, contentType, cacheControl), cancellationToken);
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("write", name, e);
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await s3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = bucket, Key = _prefix + name }, cancellationToken);
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("delete", name, e);
        }
    }

    /// <summary>Names of the objects in a folder, without the folder, in ascending order: directly in it, or below it as well.</summary>
    /// <param name="folder">The folder, without a slash at its end.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="isDeep">Whether objects in folders of the folder are named, too.</param>
    /// <param name="after">Only names that come after this one; null for all.</param>
    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken, bool isDeep = false, string? after = null)
    {
        var start = folder.Length == 0 ? _prefix : $"{_prefix}{folder}/";
        var names = new List<string>();
        var request = new ListObjectsV2Request
        {
            BucketName = bucket,
            Prefix = start,
            Delimiter = isDeep ? null : "/",
            StartAfter = after is null ? null : start + after,
        };
        try
        {
            ListObjectsV2Response response;
            do
            {
                response = await s3.ListObjectsV2Async(request, cancellationToken);
                names.AddRange((response.S3Objects ?? []).Select(x => x.Key[start.Length..]));
                request.ContinuationToken = response.NextContinuationToken;
            }
            while (response.IsTruncated == true);
            return names;
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("list", folder, e);
        }
    }

    /// <summary>Whether there is any object in a folder, or below it.</summary>
    public async Task<bool> HasAnyAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListObjectsV2Request { BucketName = bucket, Prefix = $"{_prefix}{folder}/", MaxKeys = 1 };
            return (await s3.ListObjectsV2Async(request, cancellationToken)).S3Objects is { Count: > 0 };
        }
        catch (Exception e) when (IsOfS3(e))
        {
            throw Explain("list", folder, e);
        }
    }

    public static byte[] ToBytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <exception cref="FairleadException">The object is not such a document, or a newer program wrote it.</exception>
    public T Parse<T>(string name, byte[] content, JsonTypeInfo<T> type, int supportedVersion, Func<T, bool> isComplete)
        where T : class
        => TryParse(name, content, type, supportedVersion, isComplete, out var value, out var damage) ? value : throw damage.ToException();

    /// <summary>Reads a document, or says in the words of this program what is wrong with it.</summary>
    public bool TryParse<T>(
        string name,
        byte[] content,
        JsonTypeInfo<T> type,
        int supportedVersion,
        Func<T, bool> isComplete,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out LedgerDamage? damage)
        where T : class
    {
        // Looked at first: a newer format may lack or rename what this program requires.
        value = null;
        if (!TryReadVersion(name, content, supportedVersion, out _, out damage))
        {
            return false;
        }

        try
        {
            value = JsonSerializer.Deserialize(content, type);
        }
        catch (JsonException e)
        {
            damage = Damaged(name, e.Reason());
            return false;
        }

        if (value is null || !isComplete(value))
        {
            value = null;
            damage = Damaged(name, "it lacks fields that it must have");
            return false;
        }

        return true;
    }

    /// <summary>The version of the document's format: at least 1.</summary>
    public bool TryReadVersion(string name, byte[] content, int supportedVersion, out int version, [NotNullWhen(false)] out LedgerDamage? damage)
    {
        version = 0;
        var text = content.AsSpan().Trim(" \t\r\n"u8);
        damage = null;
        if (text.IsEmpty)
        {
            damage = Damaged(name, "it is empty");
            return false;
        }

        try
        {
            var root = WellFormedJson.Parse(content);
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("version", out var property)
                || property.ValueKind != JsonValueKind.Number
                || !property.TryGetInt32(out version)
                || version < 1)
            {
                damage = Damaged(name, "it does not say of which version it is");
            }
            else if (version > supportedVersion)
            {
                damage = new LedgerDamage(Describe(name), $"a newer Fairlead wrote it, in version {version}, and this one reads up to {supportedVersion}")
                {
                    IsNewer = true,
                };
            }
        }
        catch (JsonException)
        {
            damage = Damaged(name, text[0] == '{' && text[^1] != '}' ? "it ends in the middle" : "it is not JSON");
        }

        return damage is null;
    }

    public LedgerDamage Damaged(string name, string reason) => new(Describe(name), reason);

    private PutObjectRequest NewRequest(string name, byte[] content, string contentType, string cacheControl)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = _prefix + name,
            InputStream = new MemoryStream(content, writable: false),
            ContentType = contentType,

            // A store that is sent no other checksum refuses content that did not arrive as it was sent.
            MD5Digest = Convert.ToBase64String(MD5.HashData(content)),
        };
        request.Headers.CacheControl = cacheControl;
        request.Metadata[CacheControlKey] = cacheControl;
        return request;
    }

    private static bool IsOfS3(Exception e) => e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException;

    private FairleadException Explain(string doing, string name, Exception e)
        => e is AmazonS3Exception { ErrorCode: "NoSuchBucket" }
            ? new FairleadException(
                $"Could not {doing} {Describe(name)}.",
                $"There is no bucket {bucket}.",
                "Create the stack first, or check that the profile names the right one.",
                e)
            : new FairleadException(
                $"Could not {doing} {Describe(name)}.",
                $"{e.Message.TrimEnd('.')}.",
                "Check credentials, their permissions on the bucket, and the network, then run this again.",
                e);
}
