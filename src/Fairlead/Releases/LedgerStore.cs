using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Fairlead.Releases;

/// <summary>Small objects under a prefix of a bucket, with conditional writes.</summary>
internal sealed class LedgerStore(IAmazonS3 s3, string bucket, string prefix)
{
    // .NET's HTTP client puts the words of a Cache-Control that it receives into an order of its own. A copy must be exact, so it is
    // kept a second time where nobody interprets it.
    private const string CacheControlKey = "x-amz-meta-cache-control";
    private readonly string _prefix = prefix.Trim('/') is { Length: > 0 } trimmed ? trimmed + "/" : "";

    public string Describe(string name) => $"s3://{bucket}/{_prefix}{name}";

    public async Task<StoredObject?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await s3.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = _prefix + name }, cancellationToken);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellationToken);
            return new StoredObject(
                content.ToArray(), response.ETag, response.Headers.ContentType, response.Metadata[CacheControlKey] ?? response.Headers.CacheControl);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey" || (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode != "NoSuchBucket"))
        {
            return null;
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

        try
        {
            return (await s3.PutObjectAsync(request, cancellationToken)).ETag;
        }
        catch (AmazonS3Exception e) when (IsRefused(e))
        {
            return null;
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

    /// <summary>Names of the objects in a folder, without the folder: directly in it, or below it as well.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string folder, CancellationToken cancellationToken, bool isDeep = false)
    {
        var start = $"{_prefix}{folder}/";
        var names = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = start, Delimiter = isDeep ? null : "/" };
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

    public static byte[] ToBytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <exception cref="FairleadException">The object is not such a document, or a newer program wrote it.</exception>
    public T Parse<T>(string name, byte[] content, JsonTypeInfo<T> type, int supportedVersion)
        where T : class
    {
        // Looked at first: a newer format may lack or rename what this program requires.
        VersionOf(name, content, supportedVersion);
        return Explain(name, () => JsonSerializer.Deserialize(content, type) ?? throw new JsonException("it is empty"));
    }

    /// <summary>The version of the document's format.</summary>
    /// <exception cref="FairleadException">It has none, or a newer program wrote it.</exception>
    public int VersionOf(string name, byte[] content, int supportedVersion)
    {
        var version = Explain(name, () =>
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.GetProperty("version").GetInt32();
        });
        return version <= supportedVersion
            ? version
            : throw new FairleadException(
                $"{Describe(name)} cannot be read.",
                $"A newer Fairlead wrote it: its format is version {version}, and this one reads up to {supportedVersion}.",
                "Use the newer Fairlead here, too.");
    }

    private T Explain<T>(string name, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FairleadException(
                $"{Describe(name)} cannot be read.",
                $"It is damaged: {e.Message.TrimEnd('.')}.",
                "Restore an earlier version of the object, or delete it if it can be done without.",
                e);
        }
    }

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
