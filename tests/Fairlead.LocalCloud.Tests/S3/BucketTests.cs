using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class BucketTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Fact]
    public async Task Making_a_bucket_again_changes_nothing()
    {
        await cloud.PutAsync("stays", "x");

        await cloud.S3.PutBucketAsync(Bucket);

        (await cloud.ReadAsync("stays")).ShouldBe("x");
        (await cloud.S3.ListBucketsAsync()).Buckets.ShouldContain(x => x.BucketName == Bucket);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("two..dots")]
    [InlineData("-start")]
    [InlineData("192.168.1.1")]
    [InlineData("xn--x")]
    [InlineData("under_score")]
    public async Task A_bad_bucket_name_is_refused(string name)
        => await ShouldRefuseAsync(await cloud.Http.PutAsync($"/{name}", null), HttpStatusCode.BadRequest, "InvalidBucketName");

    [Fact]
    public async Task Only_an_empty_bucket_can_be_deleted()
    {
        await cloud.S3.PutBucketAsync("short-lived");
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = "short-lived", Key = "x", ContentBody = "x" });
        await ShouldRefuseAsync(cloud.S3.DeleteBucketAsync("short-lived"), HttpStatusCode.Conflict, "BucketNotEmpty");

        await cloud.S3.DeleteObjectAsync("short-lived", "x");
        await cloud.S3.DeleteBucketAsync("short-lived");

        await ShouldRefuseAsync(cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "short-lived" }), HttpStatusCode.NotFound, "NoSuchBucket");
    }

    [Fact]
    public async Task Pages_of_a_listing_add_up_in_byte_order()
    {
        string[] keys = ["list/a", "list/a/1", "list/a/2", "list/b", "list/c/1", "list/é", "list/\uFF5E", "list/\U0001F6A2"];
        await Task.WhenAll(keys.Select(x => cloud.PutAsync(x, "x")));

        var seen = new List<string>();
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = "list/", MaxKeys = 3 };
        ListObjectsV2Response page;
        do
        {
            page = await cloud.S3.ListObjectsV2Async(request);
            page.KeyCount!.Value.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.S3Objects.Select(x => x.Key));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        seen.ShouldBe(keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task Keys_are_rolled_up_at_a_delimiter_on_pages_of_any_size(int size)
    {
        foreach (var key in new[] { "roll/a/1", "roll/a/2", "roll/b", "roll/c/1", "roll/c/2/3" })
        {
            await cloud.PutAsync(key, "x");
        }

        var seen = new List<string>();
        var seenByMarker = new List<string>();
        await foreach (var page in cloud.S3.Paginators.ListObjectsV2(new ListObjectsV2Request
        {
            BucketName = Bucket,
            Prefix = "roll/",
            Delimiter = "/",
            MaxKeys = size
        }).Responses)
        {
            seen.AddRange([.. page.CommonPrefixes ?? [], .. page.S3Objects?.Select(x => x.Key) ?? []]);
        }

        for (var marker = ""; marker is not null;)
        {
            var page = await cloud.S3.ListObjectsAsync(new ListObjectsRequest
            {
                BucketName = Bucket,
                Prefix = "roll/",
                Delimiter = "/",
                MaxKeys = size,
                Marker = marker
            });
            seenByMarker.AddRange([.. page.CommonPrefixes ?? [], .. page.S3Objects?.Select(x => x.Key) ?? []]);
            marker = page.IsTruncated == true ? page.NextMarker : null;
        }

        seen.Order(StringComparer.Ordinal).ShouldBe(["roll/a/", "roll/b", "roll/c/"]);
        seenByMarker.Order(StringComparer.Ordinal).ShouldBe(["roll/a/", "roll/b", "roll/c/"]);
    }

    [Fact]
    public async Task Url_encoding_protects_keys_that_xml_cannot_hold()
    {
        (await cloud.SendAsync(HttpMethod.Put, "odd%01%20%2B/x", "x")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await cloud.Http.GetStringAsync($"/{Bucket}?list-type=2&prefix=odd&encoding-type=url")).ShouldContain("<Key>odd%01%20%2B/x</Key>");
    }

    [Fact]
    public async Task Versions_pile_up_and_a_delete_hides_them()
    {
        await cloud.S3.PutBucketAsync("versioned");
        var put = new PutObjectRequest { BucketName = "versioned", Key = "k", ContentBody = "before" };
        await cloud.S3.PutObjectAsync(put);
        await cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = "versioned",
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled }
        });
        var second = (await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = "versioned", Key = "k", ContentBody = "after" })).VersionId;
        var marker = await cloud.S3.DeleteObjectAsync("versioned", "k");

        marker.DeleteMarker.ShouldBe("true");
        await ShouldRefuseAsync(cloud.S3.GetObjectAsync("versioned", "k"), HttpStatusCode.NotFound, "NoSuchKey");
        var versions = await cloud.S3.ListVersionsAsync("versioned");
        versions.Versions
            .Select(x => (x.VersionId, x.IsLatest == true, x.IsDeleteMarker == true))
            .ShouldBe([(marker.VersionId, true, true), (second, false, false), ("null", false, false)]);

        await cloud.S3.DeleteObjectAsync("versioned", "k", marker.VersionId);
        using var current = await cloud.S3.GetObjectAsync("versioned", "k");
        using var oldest = await cloud.S3.GetObjectAsync("versioned", "k", "null");
        (await new StreamReader(current.ResponseStream).ReadToEndAsync()).ShouldBe("after");
        (await new StreamReader(oldest.ResponseStream).ReadToEndAsync()).ShouldBe("before");
    }

    [Fact]
    public async Task Pages_of_versions_add_up_within_one_key()
    {
        await cloud.S3.PutBucketAsync("version-pages");
        await cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = "version-pages",
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled }
        });
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, (await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = "version-pages", Key = "k", ContentBody = "x" })).VersionId);
        }

        var seen = new List<string>();
        await foreach (var page in cloud.S3.Paginators.ListVersions(new ListVersionsRequest { BucketName = "version-pages", MaxKeys = 2 }).Responses)
        {
            seen.AddRange(page.Versions.Select(x => x.VersionId));
        }

        seen.ShouldBe(ids);
    }

    [Fact]
    public async Task Settings_are_kept()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[]}""";
        await cloud.S3.PutBucketPolicyAsync(Bucket, policy);
        (await cloud.S3.GetBucketPolicyAsync(Bucket)).Policy.ShouldBe(policy);
        await ShouldRefuseAsync(cloud.S3.PutBucketPolicyAsync(Bucket, "{"), HttpStatusCode.BadRequest, "MalformedPolicy");
        await cloud.S3.DeleteBucketPolicyAsync(Bucket);
        await ShouldRefuseAsync(await cloud.Http.GetAsync($"/{Bucket}?policy"), HttpStatusCode.NotFound, "NoSuchBucketPolicy");

        var block = new GetPublicAccessBlockRequest { BucketName = Bucket };
        (await cloud.S3.GetPublicAccessBlockAsync(block)).PublicAccessBlockConfiguration.BlockPublicPolicy.ShouldBe(true, "a new bucket blocks public access");
        await cloud.S3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest
        {
            BucketName = Bucket,
            PublicAccessBlockConfiguration = new PublicAccessBlockConfiguration { BlockPublicAcls = true, BlockPublicPolicy = false }
        });
        (await cloud.S3.GetPublicAccessBlockAsync(block)).PublicAccessBlockConfiguration.BlockPublicPolicy.ShouldBe(false);
        (await cloud.S3.GetBucketLocationAsync(Bucket)).Location.Value.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task What_is_not_modelled_says_so()
        => await ShouldRefuseAsync(
            await cloud.Http.GetAsync($"/{Bucket}/x?torrent"),
            HttpStatusCode.NotImplemented,
            "NotImplemented");
}
