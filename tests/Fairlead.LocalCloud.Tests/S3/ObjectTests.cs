using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class ObjectTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Theory]
    [InlineData("plain.txt")]
    [InlineData("a b+c%20é/ü.txt")]
    [InlineData("dots/../up//twice/")]
    [InlineData("\U0001F6A2?&=#'\"<>")]
    public async Task An_object_comes_back_under_any_key(string key)
    {
        await cloud.PutAsync(key, "content of " + key);

        (await cloud.ReadAsync(key)).ShouldBe("content of " + key);
        (await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = key })).S3Objects.Single().Key.ShouldBe(key);
    }

    [Fact]
    public async Task Metadata_travels_with_the_object()
    {
        await cloud.PutAsync("meta", "x", x =>
        {
            x.ContentType = "text/css";
            x.Headers.CacheControl = "public, max-age=31536000, immutable";
            x.Headers.ContentEncoding = "br";
            x.Metadata["release"] = "20260101-abc";
        });

        var head = await cloud.S3.GetObjectMetadataAsync(Bucket, "meta");

        head.Headers.ContentType.ShouldBe("text/css");
        head.Headers.CacheControl.ShouldBe("public, max-age=31536000, immutable");
        head.Headers.ContentEncoding.ShouldBe("br");
        head.Metadata["x-amz-meta-release"].ShouldBe("20260101-abc");
        head.ETag.ShouldBe("\"9dd4e461268c8034f5c8564e155c67a6\"");
    }

    [Theory]
    [InlineData("bytes=0-3", "0123", "bytes 0-3/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-2", "89", "bytes 8-9/10")]
    [InlineData("bytes=5-99", "56789", "bytes 5-9/10")]
    public async Task A_range_is_sent_alone(string range, string expected, string contentRange)
    {
        await cloud.PutAsync("ten", "0123456789");

        using var response = await cloud.SendAsync(HttpMethod.Get, "ten", null, ("Range", range));

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentRange!.ToString().ShouldBe(contentRange);
        (await response.Content.ReadAsStringAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_range_behind_the_end_is_refused()
    {
        await cloud.PutAsync("ten", "0123456789");

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, "ten", null, ("Range", "bytes=10-")),
            HttpStatusCode.RequestedRangeNotSatisfiable,
            "InvalidRange");
    }

    [Fact]
    public async Task Conditional_reads_compare_the_etag_before_the_date()
    {
        var etag = (await cloud.PutAsync("cond", "x")).ETag;
        var future = DateTimeOffset.UtcNow.AddYears(1).ToString("R");

        (await cloud.SendAsync(HttpMethod.Get, "cond", null, ("If-None-Match", etag))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await cloud.SendAsync(HttpMethod.Get, "cond", null, ("If-Modified-Since", future))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await cloud.SendAsync(
            HttpMethod.Get,
            "cond",
            null,
            ("If-None-Match", "\"other\""),
            ("If-Modified-Since", future))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, "cond", null, ("If-Match", "\"other\"")),
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed");
    }

    [Fact]
    public async Task Response_headers_can_be_overridden_by_the_reader()
    {
        await cloud.PutAsync("override", "x");

        using var response = await cloud.SendAsync(HttpMethod.Get, "override?response-content-type=text%2Fcsv&response-content-disposition=attachment");

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv");
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe("attachment");
    }

    [Fact]
    public async Task Only_the_first_of_many_conditional_creates_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                await cloud.PutAsync("lock", $"writer {i}", x => x.IfNoneMatch = "*");
                return i;
            }
            catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                return -1;
            }
        }));

        var winner = outcomes.Single(x => x >= 0);
        (await cloud.ReadAsync("lock")).ShouldBe($"writer {winner}");
    }

    [Fact]
    public async Task A_conditional_replace_needs_the_etag_of_what_is_there()
    {
        var first = await cloud.PutAsync("cas", "1");
        await cloud.PutAsync("cas", "2", x => x.IfMatch = first.ETag);

        await ShouldRefuseAsync(cloud.PutAsync("cas", "3", x => x.IfMatch = first.ETag), HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await ShouldRefuseAsync(cloud.PutAsync("cas-absent", "3", x => x.IfMatch = first.ETag), HttpStatusCode.NotFound, "NoSuchKey");
        (await cloud.ReadAsync("cas")).ShouldBe("2");
    }

    [Fact]
    public async Task A_conditional_write_that_a_delete_overtakes_is_a_conflict()
    {
        var etag = (await cloud.PutAsync("overtaken", "old")).ETag;
        var body = new GatedContent("new"u8.ToArray());
        var request = new HttpRequestMessage(HttpMethod.Put, $"/{Bucket}/overtaken") { Content = body };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        request.Headers.ExpectContinue = true;
        var write = cloud.Http.SendAsync(request);

        // The body is only asked for once the server has looked at the condition.
        await body.Asked;
        await cloud.S3.DeleteObjectAsync(Bucket, "overtaken");
        body.Release();

        await ShouldRefuseAsync(await write, HttpStatusCode.Conflict, "ConditionalRequestConflict");
        await ShouldRefuseAsync(cloud.ReadAsync("overtaken"), HttpStatusCode.NotFound, "NoSuchKey");
    }

    [Fact]
    public async Task A_conditional_delete_leaves_a_changed_object()
    {
        await cloud.PutAsync("held", "x");

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Delete, "held", null, ("If-Match", "\"other\"")),
            HttpStatusCode.PreconditionFailed,
            "PreconditionFailed");

        (await cloud.ReadAsync("held")).ShouldBe("x");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("\"other\"")]
    public async Task A_conditional_delete_of_what_is_not_there_is_refused(string etag)
    {
        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Delete, "was never there", null, ("If-Match", etag)),
            HttpStatusCode.NotFound,
            "NoSuchKey");
        var many = await Should.ThrowAsync<DeleteObjectsException>(cloud.S3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = Bucket,
            Objects = [new KeyVersion { Key = "was never there", ETag = etag }],
        }));

        many.Response.DeleteErrors.Single().Code.ShouldBe("NoSuchKey");
    }

    [Fact]
    public async Task A_condition_on_the_delete_of_a_named_version_is_refused()
    {
        var etag = (await cloud.PutAsync("named", "x")).ETag;

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Delete, "named?versionId=null", null, ("If-Match", etag)),
            HttpStatusCode.NotImplemented,
            "NotImplemented");

        (await cloud.ReadAsync("named")).ShouldBe("x");
    }

    [Fact]
    public async Task Concurrent_writers_never_mix()
    {
        var contents = Enumerable.Range(0, 12).Select(x => new string((char)('a' + x), 200_000)).ToArray();

        await Task.WhenAll(contents.Select(x => cloud.PutAsync("contended", x)));

        contents.ShouldContain(await cloud.ReadAsync("contended"));
        Directory.EnumerateFiles(Path.Combine(cloud.BucketDirectory, "blobs"), "*", SearchOption.AllDirectories)
            .Count(x => new FileInfo(x).Length == 200_000).ShouldBe(1, "what was overwritten must not fill the disk");
    }

    [Fact]
    public async Task A_copy_keeps_metadata_unless_told_to_replace_it()
    {
        await cloud.PutAsync("from", "content", x => x.ContentType = "text/css");
        await cloud.S3.CopyObjectAsync(Bucket, "from", Bucket, "kept é");
        await cloud.S3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = Bucket,
            SourceKey = "from",
            DestinationBucket = Bucket,
            DestinationKey = "replaced",
            MetadataDirective = S3MetadataDirective.REPLACE,
            ContentType = "text/plain",
        });

        (await cloud.ReadAsync("kept é")).ShouldBe("content");
        (await cloud.S3.GetObjectMetadataAsync(Bucket, "kept é")).Headers.ContentType.ShouldBe("text/css");
        (await cloud.S3.GetObjectMetadataAsync(Bucket, "replaced")).Headers.ContentType.ShouldBe("text/plain");
        await ShouldRefuseAsync(cloud.S3.CopyObjectAsync(Bucket, "from", Bucket, "from"), HttpStatusCode.BadRequest, "InvalidRequest");
        await ShouldRefuseAsync(cloud.S3.CopyObjectAsync(new CopyObjectRequest
        {
            SourceBucket = Bucket,
            SourceKey = "from",
            DestinationBucket = Bucket,
            DestinationKey = "x",
            ETagToMatch = "\"other\""
        }), HttpStatusCode.PreconditionFailed, "PreconditionFailed");
    }

    [Fact]
    public async Task Many_objects_are_deleted_in_one_request()
    {
        await cloud.PutAsync("many/1", "x");
        await cloud.PutAsync("many/2", "x");

        var deleted = await cloud.S3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = Bucket,
            Objects = [new KeyVersion { Key = "many/1" }, new KeyVersion { Key = "many/2" }, new KeyVersion { Key = "many/absent" }]
        });

        deleted.DeletedObjects.Count.ShouldBe(3);
        (await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "many/" })).KeyCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_presigned_url_works_until_it_expires()
    {
        await cloud.PutAsync("presigned", "x");
        var uri = new Uri(await cloud.S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = "presigned",
            Expires = DateTime.UtcNow.AddMinutes(5),
            Protocol = Amazon.S3.Protocol.HTTP
        }));
        (await cloud.Http.GetStringAsync(uri)).ShouldBe("x");

        cloud.Clock.Advance(TimeSpan.FromMinutes(10));

        await ShouldRefuseAsync(await cloud.Http.GetAsync(uri), HttpStatusCode.Forbidden, "AccessDenied");
    }

    [Fact]
    public async Task Tags_are_kept_and_counted()
    {
        await cloud.PutAsync("tagged", "x", x => x.TagSet = [new Tag { Key = "release", Value = "1 & 2" }]);

        var tags = await cloud.S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "tagged" });

        tags.Tagging.Single().Value.ShouldBe("1 & 2");
        await cloud.S3.DeleteObjectTaggingAsync(new DeleteObjectTaggingRequest { BucketName = Bucket, Key = "tagged" });
        (await cloud.Http.GetStringAsync($"/{Bucket}/tagged?tagging")).ShouldNotContain("release");
    }

    [Fact]
    public async Task A_bucket_can_be_named_by_the_host()
    {
        await cloud.PutAsync("by-host", "x");
        var request = new HttpRequestMessage(HttpMethod.Get, "/by-host") { Headers = { Host = $"{Bucket}.localhost:{cloud.Server.Endpoints.Api.Port}" } };

        using var response = await cloud.Http.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldBe("x");
    }

    /// <summary>A body that tells when it is asked for and comes when it is released.</summary>
    private sealed class GatedContent(byte[] content) : HttpContent
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void Release() => _released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            _asked.TrySetResult();
            await _released.Task;
            await stream.WriteAsync(content);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Length;
            return true;
        }
    }
}
