using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Site;

/// <summary>
/// Reads and writes the site's bucket. A put replaces an object whole or not at all, every method may be called again after any interruption,
/// and nothing is deleted but what the caller names.
/// </summary>
public sealed class SiteRunner(IAmazonS3 s3, SiteOptions options, IReporter reporter)
{
    /// <summary>Of one DeleteObjects request.</summary>
    private const int MaxKeys = 1000;

    /// <summary>All objects of the bucket, read with one paged listing and nothing else.</summary>
    /// <exception cref="FairleadException">The bucket cannot be listed.</exception>
    public Task<IReadOnlyList<RemoteObject>> ListAsync(CancellationToken cancellationToken = default) => ExplainAsync<IReadOnlyList<RemoteObject>>(
        $"list the bucket '{options.Bucket}'",
        async () =>
        {
            var objects = new List<RemoteObject>();
            var request = new ListObjectsV2Request { BucketName = options.Bucket };
            ListObjectsV2Response page;
            do
            {
                page = await s3.ListObjectsV2Async(request, cancellationToken);
                objects.AddRange((page.S3Objects ?? []).Select(x => new RemoteObject(x.Key, x.ETag.Trim('"'), x.Size ?? 0)));
                request.ContinuationToken = page.NextContinuationToken;
            }
            while (page.IsTruncated == true);

            return objects;
        });

    /// <summary>Uploads the assets of the plan, and reads back by one listing that they are there. Hurts nobody: no page names them yet.</summary>
    /// <exception cref="FairleadException">An asset could not be written or is not there afterwards.
    /// Those before it stay, and the next run finds them.</exception>
    public async Task<SiteSyncResult> UploadAssetsAsync(SitePlan plan, CancellationToken cancellationToken = default)
    {
        if (plan.Assets.Count == 0)
        {
            return new SiteSyncResult(0, 0, plan.Unchanged, 0);
        }

        var written = await PutAllAsync("Uploading assets", plan.Assets, cancellationToken);
        var there = (await ListAsync(cancellationToken)).ToDictionary(x => x.Key, StringComparer.Ordinal);
        foreach (var (asset, etag) in written)
        {
            if (!there.TryGetValue(asset.Path, out var remote) || remote.ETag != etag || remote.Size != asset.Size)
            {
                throw NotReadBack(asset.Path);
            }
        }

        return new SiteSyncResult(plan.Assets.Count, 0, plan.Unchanged, plan.Assets.Sum(x => x.Size));
    }

    /// <summary>Switches the entry points of the plan, <c>index.html</c> after all others, and reads
    /// each back. From here on visitors get the release.</summary>
    /// <exception cref="FairleadException">An entry point could not be written or read back.</exception>
    public async Task<SiteSyncResult> SwitchEntryPointsAsync(SitePlan plan, CancellationToken cancellationToken = default)
    {
        await PutInOrderAsync("Switching entry points", plan.EntryPoints, cancellationToken);
        return new SiteSyncResult(0, plan.EntryPoints.Count, plan.Unchanged, plan.EntryPoints.Sum(x => x.Size));
    }

    /// <summary>Puts earlier entry points back, <c>index.html</c> last, and reads each back. Idempotent.</summary>
    /// <exception cref="FairleadException">One could not be written or read back.</exception>
    public async Task<SiteSyncResult> RestoreEntryPointsAsync(IReadOnlyCollection<EntryPointContent> contents, CancellationToken cancellationToken = default)
    {
        SiteObject[] objects =
        [
            .. contents.OrderBy(x => x.Path == "index.html").Select(x => new SiteObject
            {
                Path = x.Path,
                Md5 = Convert.ToHexStringLower(MD5.HashData(x.Content.Span)),
                Size = x.Content.Length,
                ContentType = x.ContentType,
                CacheControl = x.CacheControl,
                Content = x.Content,
            }),
        ];
        await PutInOrderAsync("Restoring entry points", objects, cancellationToken);
        return new SiteSyncResult(0, objects.Length, 0, objects.Sum(x => x.Size));
    }

    /// <summary>What is in the bucket under the path, with its headers; null when nothing is.</summary>
    public async Task<EntryPointContent?> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            using var answer = await s3.GetObjectAsync(new GetObjectRequest { BucketName = options.Bucket, Key = path }, cancellationToken);
            using var content = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(content, cancellationToken);
            return new EntryPointContent(path, content.ToArray(), answer.Headers.ContentType, answer.Headers.CacheControl);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw AwsErrors.Explain(exception, $"read '{path}' from the bucket '{options.Bucket}'");
        }
    }

    /// <summary>Takes objects away: entry points that are not of the release; and looks that they are gone. Idempotent. In a bucket with versions the
    /// earlier ones stay.</summary>
    /// <exception cref="FairleadException">Some could not be deleted, and the message names each, or are there all the same.</exception>
    public async Task RemoveAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken = default)
    {
        foreach (var batch in paths.Chunk(MaxKeys))
        {
            var what = batch.Length == 1 ? $"'{batch[0]}'" : $"{batch.Length} objects";
            await ExplainAsync($"delete {what} from the bucket '{options.Bucket}'", () => DeleteAsync(batch, cancellationToken));
        }

        if (paths.Count > 0
            && (await ListAsync(cancellationToken)).Select(x => x.Key).Intersect(paths, StringComparer.Ordinal).ToArray() is { Length: > 0 } there)
        {
            throw new FairleadException(
                $"{string.Join(", ", there.Select(x => $"'{x}'"))} in the bucket '{options.Bucket}' was deleted and is there.",
                "Somebody else writes to the bucket.",
                "Make sure that no other deploy is running, and run again.");
        }
    }

    // S3 answers 200 and names those that it did not delete; the SDK throws then.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
    private async Task<bool> DeleteAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        try
        {
            await s3.DeleteObjectsAsync(
                new DeleteObjectsRequest { BucketName = options.Bucket, Objects = [.. paths.Select(x => new KeyVersion { Key = x })], Quiet = true },
                cancellationToken);
            return true;
        }
        catch (DeleteObjectsException exception)
        {
            throw new FairleadException(
                $"{exception.Response.DeleteErrors.Count} of {paths.Count} objects could not be deleted from the bucket '{options.Bucket}'.",
                string.Join(' ', exception.Response.DeleteErrors.Select(x => $"'{x.Key}': {x.Code}, {x.Message.TrimEnd('.')}.")),
                "Give the role that deploys the permission s3:DeleteObject on the site's bucket, and run again.",
                exception);
        }
    }

    private async Task PutInOrderAsync(string activity, IReadOnlyList<SiteObject> objects, CancellationToken cancellationToken)
    {
        SiteObject[] root = [.. objects.Where(x => x.Path == "index.html")];
        foreach (var group in new[] { objects.Except(root).ToArray(), root })
        {
            var written = await PutAllAsync(activity, group, cancellationToken);
            await Parallel.ForEachAsync(written, Limit(cancellationToken), async (item, token) => await ReadBackAsync(item.Object, item.ETag, token));
        }
    }

    private async Task<IReadOnlyList<(SiteObject Object, string ETag)>> PutAllAsync(
        string activity,
        IReadOnlyList<SiteObject> objects,
        CancellationToken cancellationToken)
    {
        var written = new (SiteObject, string)[objects.Count];
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, objects.Count), Limit(cancellationToken), async (i, token) =>
        {
            written[i] = (objects[i], await PutAsync(objects[i], token));
            reporter.Progress(activity, Interlocked.Increment(ref done), objects.Count);
        });
        return written;
    }

    private Task<string> PutAsync(SiteObject item, CancellationToken cancellationToken)
        => ExplainAsync($"write '{item.Path}' to the bucket '{options.Bucket}'", async () =>
    {
        var request = new PutObjectRequest
        {
            BucketName = options.Bucket,
            Key = item.Path,
            ContentType = item.ContentType,

            // S3 refuses content that is not what was planned: a file that changed since it was scanned does not get out.
            MD5Digest = Convert.ToBase64String(Convert.FromHexString(item.Md5)),
        };
        if (item.CacheControl.Length > 0)
        {
            request.Headers.CacheControl = item.CacheControl;
        }

        if (item.Content is { } content)
        {
            request.InputStream = new MemoryStream(content.ToArray(), writable: false);
        }
        else
        {
            request.FilePath = item.SourcePath;
        }

        try
        {
            var response = await s3.PutObjectAsync(request, cancellationToken);
            return response.ETag.Trim('"');
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "BadDigest" or "InvalidDigest")
        {
            throw new FairleadException(
                $"Could not write '{item.Path}' to the bucket '{options.Bucket}'.",
                "The file changed while the site was being published.",
                "Let nothing write to the web build's output during a deploy, and run again.",
                exception);
        }
    });

    private Task<bool> ReadBackAsync(SiteObject item, string etag, CancellationToken cancellationToken)
        => ExplainAsync($"read back '{item.Path}' from the bucket '{options.Bucket}'", async () =>
    {
        var head = await s3.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = options.Bucket, Key = item.Path }, cancellationToken);
        return head.ETag.Trim('"') == etag && head.ContentLength == item.Size ? true : throw NotReadBack(item.Path);
    });

    private ParallelOptions Limit(CancellationToken cancellationToken)
        => new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };

    private FairleadException NotReadBack(string path) => new(
        $"'{path}' in the bucket '{options.Bucket}' is not what was just written.",
        "Somebody else writes to the bucket, or the store lost the object.",
        "Make sure that no other deploy is running, and run again.");

    private static async Task<T> ExplainAsync<T>(string operation, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or FairleadException))
        {
            throw AwsErrors.Explain(exception, operation);
        }
    }
}
