using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class MultipartTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const int PartSize = 5 * 1024 * 1024;

    [Theory]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("CRC32", "FULL_OBJECT")]
    public async Task Parts_become_one_object(string algorithm, string type)
    {
        var content = new byte[PartSize + 1000];
        new Random(1).NextBytes(content);
        var key = $"joined-{algorithm}-{type}";
        var upload = await cloud.S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = key,
            ContentType = "text/css",
            ChecksumAlgorithm = new ChecksumAlgorithm(algorithm),
            ChecksumType = new ChecksumType(type)
        });
        var parts = await Task.WhenAll(PartAsync(upload, 2, content[PartSize..], algorithm), PartAsync(upload, 1, content[..PartSize], algorithm));

        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = key, UploadId = upload.UploadId, ChecksumType = new ChecksumType(type) };
        complete.PartETags = [.. parts.OrderBy(x => x.PartNumber).Select(x => new PartETag(x, copyChecksums: type == "COMPOSITE"))];
        var completed = await cloud.S3.CompleteMultipartUploadAsync(complete);

        completed.ETag.ShouldEndWith("-2\"");
        if (type == "FULL_OBJECT")
        {
            var crc = Fairlead.LocalCloud.S3.Checksums.ChecksumAlgorithm.All.Single(x => x.Name == algorithm).Crc!;
            (completed.ChecksumCRC32 ?? completed.ChecksumCRC64NVME).ShouldBe(Convert.ToBase64String(crc.ToBytes(crc.Append(0, content))));
        }

        (await cloud.Http.GetByteArrayAsync($"/{Bucket}/{key}")).AsSpan().SequenceEqual(content).ShouldBeTrue();
        using var across = await cloud.SendAsync(HttpMethod.Get, key, null, ("Range", $"bytes={PartSize - 5}-{PartSize + 4}"));
        (await across.Content.ReadAsByteArrayAsync()).ShouldBe(content[(PartSize - 5)..(PartSize + 5)]);
        (await cloud.S3.GetObjectMetadataAsync(Bucket, key)).Headers.ContentType.ShouldBe("text/css");
        using var second = await cloud.SendAsync(HttpMethod.Get, key + "?partNumber=2");
        (await second.Content.ReadAsByteArrayAsync()).ShouldBe(content[PartSize..]);
        second.Headers.GetValues("x-amz-mp-parts-count").Single().ShouldBe("2");
    }

    [Fact]
    public async Task Only_the_last_part_may_be_small()
    {
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "small-parts");
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "small-parts", UploadId = upload.UploadId };
        complete.AddPartETags(await PartAsync(upload, 1, [1]), await PartAsync(upload, 2, [2]));

        await ShouldRefuseAsync(cloud.S3.CompleteMultipartUploadAsync(complete), HttpStatusCode.BadRequest, "EntityTooSmall");
    }

    [Fact]
    public async Task A_part_list_that_does_not_match_is_refused()
    {
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "wrong-parts");
        await PartAsync(upload, 1, [1]);
        var complete = new CompleteMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "wrong-parts",
            UploadId = upload.UploadId,
            PartETags = [new PartETag(1, "\"00\"")]
        };

        await ShouldRefuseAsync(cloud.S3.CompleteMultipartUploadAsync(complete), HttpStatusCode.BadRequest, "InvalidPart");
    }

    [Fact]
    public async Task Completing_obeys_if_none_match()
    {
        await cloud.PutAsync("taken", "first");
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "taken");
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "taken", UploadId = upload.UploadId, IfNoneMatch = "*" };
        complete.AddPartETags(await PartAsync(upload, 1, [1]));

        await ShouldRefuseAsync(cloud.S3.CompleteMultipartUploadAsync(complete), HttpStatusCode.PreconditionFailed, "PreconditionFailed");

        (await cloud.ReadAsync("taken")).ShouldBe("first");
    }

    [Fact]
    public async Task An_upload_is_listed_until_it_is_aborted()
    {
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "aborted");
        await PartAsync(upload, 3, [1, 2]);
        (await cloud.S3.ListPartsAsync(Bucket, "aborted", upload.UploadId)).Parts.Select(x => (x.PartNumber, x.Size)).ShouldBe([(3, 2L)]);
        (await cloud.S3.ListMultipartUploadsAsync(Bucket)).MultipartUploads.ShouldContain(x => x.UploadId == upload.UploadId);

        await cloud.S3.AbortMultipartUploadAsync(Bucket, "aborted", upload.UploadId);

        await ShouldRefuseAsync(cloud.S3.ListPartsAsync(Bucket, "aborted", upload.UploadId), HttpStatusCode.NotFound, "NoSuchUpload");
        ((await cloud.S3.ListMultipartUploadsAsync(Bucket)).MultipartUploads ?? []).ShouldNotContain(x => x.UploadId == upload.UploadId);
    }

    [Fact]
    public async Task A_part_can_be_copied_from_an_object()
    {
        await cloud.PutAsync("source", "0123456789");
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "copied");
        var part = await cloud.S3.CopyPartAsync(new CopyPartRequest
        {
            SourceBucket = Bucket,
            SourceKey = "source",
            DestinationBucket = Bucket,
            DestinationKey = "copied",
            UploadId = upload.UploadId,
            PartNumber = 1,
            FirstByte = 2,
            LastByte = 5
        });
        await cloud.S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "copied",
            UploadId = upload.UploadId,
            PartETags = [new PartETag(1, part.ETag)]
        });

        (await cloud.ReadAsync("copied")).ShouldBe("2345");
    }

    private Task<UploadPartResponse> PartAsync(InitiateMultipartUploadResponse upload, int number, byte[] content, string? algorithm = null)
        => cloud.S3.UploadPartAsync(new UploadPartRequest
        {
            BucketName = Bucket,
            Key = upload.Key,
            UploadId = upload.UploadId,
            PartNumber = number,
            InputStream = new MemoryStream(
                content),
            PartSize = content.Length,
            ChecksumAlgorithm = algorithm is null ? null : new ChecksumAlgorithm(algorithm),
        });
}
