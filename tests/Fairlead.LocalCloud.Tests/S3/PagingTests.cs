using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>A token is a position: what it names may be gone when it is used, and what it did not name is refused.</summary>
public sealed class PagingTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Fact]
    public async Task A_page_of_objects_goes_on_behind_a_key_that_was_deleted()
    {
        foreach (var key in new[] { "gone/a", "gone/b", "gone/c", "gone/d" })
        {
            await cloud.PutAsync(key, "x");
        }

        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = "gone/", MaxKeys = 2 };
        var first = await cloud.S3.ListObjectsV2Async(request);
        await cloud.S3.DeleteObjectAsync(Bucket, "gone/b");
        request.ContinuationToken = first.NextContinuationToken;

        (await cloud.S3.ListObjectsV2Async(request)).S3Objects.Select(x => x.Key).ShouldBe(["gone/c", "gone/d"]);
    }

    [Fact]
    public async Task A_page_of_versions_goes_on_behind_a_version_that_was_deleted()
    {
        const string bucket = "deleted-versions";
        await cloud.S3.PutBucketAsync(bucket);
        var ids = new List<string>();
        await PutAsync();
        await VersionAsync(VersionStatus.Enabled);
        await PutAsync();
        await PutAsync();
        await VersionAsync(VersionStatus.Suspended);
        await PutAsync();
        await VersionAsync(VersionStatus.Enabled);
        ids.Insert(0, (await cloud.S3.DeleteObjectAsync(bucket, "k")).VersionId);
        await PutAsync();
        ids.RemoveAt(ids.LastIndexOf("null"));
        ids.Count.ShouldBe(5);

        for (var size = 1; size < ids.Count; size++)
        {
            var left = ids.ToList();
            var request = new ListVersionsRequest { BucketName = bucket, MaxKeys = size };
            var page = await cloud.S3.ListVersionsAsync(request);
            page.Versions.Select(x => x.VersionId).ShouldBe(left.Take(size));

            // The last one listed goes, and comes back as another one for the next round.
            var marker = page.Versions[^1];
            await cloud.S3.DeleteObjectAsync(bucket, "k", marker.VersionId);
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
            request.MaxKeys = 1000;

            var rest = (await cloud.S3.ListVersionsAsync(request)).Versions.Select(x => x.VersionId);
            rest.ShouldBe(left.Skip(size), $"after {size}, with {marker.VersionId} gone");
            ids.Remove(marker.VersionId);
            await PutAsync();
        }

        async Task PutAsync()
            => ids.Insert(0, (await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "k", ContentBody = "x" })).VersionId ?? "null");

        Task VersionAsync(VersionStatus status) => cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = bucket,
            VersioningConfig = new S3BucketVersioningConfig { Status = status },
        });
    }

    [Fact]
    public async Task A_page_of_buckets_goes_on_behind_one_that_was_deleted()
    {
        foreach (var name in new[] { "page-a", "page-b", "page-c" })
        {
            await cloud.S3.PutBucketAsync(name);
        }

        var first = await cloud.S3.ListBucketsAsync(new ListBucketsRequest { Prefix = "page-", MaxBuckets = 2 });
        await cloud.S3.DeleteBucketAsync("page-b");

        var second = await cloud.S3.ListBucketsAsync(new ListBucketsRequest { Prefix = "page-", ContinuationToken = first.ContinuationToken });
        second.Buckets.Select(x => x.BucketName).ShouldBe(["page-c"]);
    }

    [Fact]
    public async Task A_page_of_uploads_goes_on_behind_one_that_was_aborted()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await cloud.S3.InitiateMultipartUploadAsync(Bucket, "uploads/k")).UploadId);
        }

        var request = new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = "uploads/", MaxUploads = 2 };
        var first = await cloud.S3.ListMultipartUploadsAsync(request);
        first.MultipartUploads.Select(x => x.UploadId).ShouldBe(ids.Take(2), "those of one key are in the order of their start");
        await cloud.S3.AbortMultipartUploadAsync(Bucket, "uploads/k", ids[1]);
        (request.KeyMarker, request.UploadIdMarker) = (first.NextKeyMarker, first.NextUploadIdMarker);

        (await cloud.S3.ListMultipartUploadsAsync(request)).MultipartUploads.Select(x => x.UploadId).ShouldBe([ids[2]]);
    }

    [Fact]
    public async Task Pages_of_parts_add_up()
    {
        var upload = (await cloud.S3.InitiateMultipartUploadAsync(Bucket, "parts")).UploadId;
        foreach (var number in new[] { 7, 2, 9 })
        {
            await cloud.S3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = Bucket,
                Key = "parts",
                UploadId = upload,
                PartNumber = number,
                InputStream = new MemoryStream([1]),
            });
        }

        var seen = new List<int?>();
        for (string? marker = null; ;)
        {
            var page = await cloud.S3.ListPartsAsync(new ListPartsRequest
            {
                BucketName = Bucket,
                Key = "parts",
                UploadId = upload,
                MaxParts = 1,
                PartNumberMarker = marker,
            });
            seen.AddRange(page.Parts.Select(x => x.PartNumber));
            if (page.IsTruncated != true)
            {
                break;
            }

            marker = page.NextPartNumberMarker.ToString();
        }

        seen.ShouldBe([2, 7, 9]);
    }

    [Theory]
    [InlineData("?list-type=2&continuation-token=")]
    [InlineData("?list-type=2&continuation-token=nonsense")]
    [InlineData("?list-type=2&continuation-token=!")]
    [InlineData("?list-type=2&continuation-token=a2V5")]
    [InlineData("?versions&key-marker=k&version-id-marker=nonsense")]
    [InlineData("?versions&version-id-marker=nonsense")]
    [InlineData("?uploads&key-marker=k&upload-id-marker=nonsense")]
    [InlineData("?list-type=2&max-keys=many")]
    [InlineData("?list-type=2&max-keys=-1")]
    [InlineData("?list-type=2&encoding-type=other")]
    public async Task A_token_that_is_none_is_refused(string query)
        => await ShouldRefuseAsync(await cloud.SendAsync(HttpMethod.Get, query), HttpStatusCode.BadRequest, "InvalidArgument");

    [Fact]
    public async Task A_part_marker_that_is_no_number_is_refused()
    {
        var upload = (await cloud.S3.InitiateMultipartUploadAsync(Bucket, "marked")).UploadId;

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, $"marked?uploadId={upload}&part-number-marker=x"),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused()
    {
        await cloud.S3.PutBucketAsync("foreign");
        foreach (var key in new[] { "a", "b" })
        {
            await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = "foreign", Key = key, ContentBody = "x" });
        }

        var objects = (await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "foreign", MaxKeys = 1 })).NextContinuationToken;
        var buckets = (await cloud.S3.ListBucketsAsync(new ListBucketsRequest { MaxBuckets = 1 })).ContinuationToken;

        await ShouldRefuseAsync(
            cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, ContinuationToken = objects }),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
        await ShouldRefuseAsync(
            cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "foreign", ContinuationToken = buckets }),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
        await ShouldRefuseAsync(
            cloud.S3.ListBucketsAsync(new ListBucketsRequest { ContinuationToken = objects }),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
    }
}
