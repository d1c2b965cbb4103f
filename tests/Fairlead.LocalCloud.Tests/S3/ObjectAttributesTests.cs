using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class ObjectAttributesTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private static readonly List<ObjectAttributes> All =
        [ObjectAttributes.ETag, ObjectAttributes.Checksum, ObjectAttributes.ObjectParts, ObjectAttributes.StorageClass, ObjectAttributes.ObjectSize];

    [Fact]
    public async Task An_object_tells_what_it_is_without_its_content()
    {
        var put = await cloud.PutAsync("told", "content", x => x.ChecksumAlgorithm = ChecksumAlgorithm.SHA256);

        var told = await cloud.S3.GetObjectAttributesAsync(new GetObjectAttributesRequest { BucketName = Bucket, Key = "told", ObjectAttributes = All });

        told.ETag.ShouldBe(put.ETag.Trim('"'));
        told.Checksum.ChecksumSHA256.ShouldBe(put.ChecksumSHA256);
        told.StorageClass.ShouldBe(S3StorageClass.Standard);
        told.ObjectSize.ShouldBe(7);
        told.ObjectParts.ShouldBeNull();
        told.LastModified.ShouldNotBeNull();
    }

    [Fact]
    public async Task Parts_with_checksums_of_their_own_are_told_page_by_page()
    {
        var upload = await cloud.S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "parted",
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        });
        var complete = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "parted", UploadId = upload.UploadId };
        foreach (var (number, content) in new[] { (1, new byte[5 * 1024 * 1024]), (2, new byte[] { 1 }) })
        {
            var part = await cloud.S3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = Bucket,
                Key = "parted",
                UploadId = upload.UploadId,
                PartNumber = number,
                InputStream = new MemoryStream(content),
                ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
            });
            (complete.PartETags ??= []).Add(new PartETag(part, copyChecksums: true));
        }

        await cloud.S3.CompleteMultipartUploadAsync(complete);
        var request = new GetObjectAttributesRequest { BucketName = Bucket, Key = "parted", ObjectAttributes = All, MaxParts = 1 };

        var first = await cloud.S3.GetObjectAttributesAsync(request);
        request.PartNumberMarker = first.ObjectParts.NextPartNumberMarker;
        var second = await cloud.S3.GetObjectAttributesAsync(request);

        (first.ObjectParts.TotalPartsCount, first.ObjectParts.IsTruncated).ShouldBe((2, true));
        (second.ObjectParts.Parts.Single().PartNumber, second.ObjectParts.Parts.Single().Size, second.ObjectParts.IsTruncated).ShouldBe((2, 1, false));
        second.ObjectParts.Parts.Single().ChecksumSHA256.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Colour")]
    [InlineData("")]
    public async Task An_attribute_that_no_object_has_is_refused(string attribute)
    {
        await cloud.PutAsync("plain", "x");

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, "plain?attributes", null, ("x-amz-object-attributes", attribute)),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
    }

    [Fact]
    public async Task Attributes_of_what_is_not_there_are_not_there()
        => await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, "nothing?attributes", null, ("x-amz-object-attributes", "ETag")),
            HttpStatusCode.NotFound,
            "NoSuchKey");
}
