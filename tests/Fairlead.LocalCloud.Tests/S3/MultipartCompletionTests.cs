using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;
using StoredAlgorithm = Fairlead.LocalCloud.S3.Checksums.ChecksumAlgorithm;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>Each test has a cloud of its own, because some stop it.</summary>
public sealed class MultipartCompletionTests : IAsyncLifetime
{
    private const int PartSize = 5 * 1024 * 1024;

    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(PartSize + 1000);

    private readonly S3TestCloud _cloud = new();

    public Task InitializeAsync() => _cloud.InitializeAsync();

    public Task DisposeAsync() => _cloud.DisposeAsync();

    [Theory]
    [InlineData("CRC32", "x-amz-checksum-crc32")]
    [InlineData("CRC32C", "x-amz-checksum-crc32c")]
    [InlineData("CRC64NVME", "x-amz-checksum-crc64nvme")]
    [InlineData(null, "x-amz-checksum-crc64nvme")]
    public async Task The_checksum_of_the_whole_object_is_compared_with_the_object(string? named, string header)
    {
        var upload = await StartAsync("whole", named, "FULL_OBJECT");
        var list = ListOf(await PartsAsync("whole", upload));
        var crc = StoredAlgorithm.All.Single(x => x.HeaderName == header).Crc!;
        var right = Convert.ToBase64String(crc.ToBytes(crc.Append(0, Content)));
        var wrong = Convert.ToBase64String(crc.ToBytes(crc.Append(0, [1])));
        var type = ("x-amz-checksum-type", "FULL_OBJECT");

        await ShouldRefuseAsync(await CompleteAsync("whole", upload, list, (header, wrong), type), HttpStatusCode.BadRequest, "BadDigest");
        await ShouldRefuseAsync(await CompleteAsync("whole", upload, list, (header, "short"), type), HttpStatusCode.BadRequest, "InvalidRequest");
        var completed = await CompleteAsync("whole", upload, list, (header, right), type);

        var text = await completed.Content.ReadAsStringAsync();
        completed.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        text.ShouldContain($">{right}</Checksum");
        (await _cloud.Http.GetByteArrayAsync($"/{Bucket}/whole")).AsSpan().SequenceEqual(Content).ShouldBeTrue();
    }

    [Fact]
    public async Task The_vendors_client_completes_with_the_checksum_of_the_whole_object()
    {
        var upload = await _cloud.S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "vendor",
            ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            ChecksumType = ChecksumType.FULL_OBJECT,
        });
        var part = await PartAsync("vendor", upload.UploadId, 1, "content"u8.ToArray());
        var crc = StoredAlgorithm.Crc32.Crc!;

        var completed = await _cloud.S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "vendor",
            UploadId = upload.UploadId,
            PartETags = [new PartETag(1, part.ETag)],
            ChecksumType = ChecksumType.FULL_OBJECT,
            ChecksumCRC32 = Convert.ToBase64String(crc.ToBytes(crc.Append(0, "content"u8))),
        });

        completed.ChecksumType.ShouldBe(ChecksumType.FULL_OBJECT);
        (await _cloud.ReadAsync("vendor")).ShouldBe("content");
    }

    [Fact]
    public async Task A_composite_checksum_is_one_of_the_parts_and_wants_them_all_named()
    {
        var upload = await StartAsync("composite", "SHA256", "COMPOSITE");
        var sums = new[] { Content[..PartSize], Content[PartSize..] }.Select(SHA256.HashData).ToArray();
        var parts = await PartsAsync("composite", upload);
        var whole = Convert.ToBase64String(SHA256.HashData([.. sums[0], .. sums[1]]));
        var list = ListOf(parts, index => $"<ChecksumSHA256>{Convert.ToBase64String(sums[index])}</ChecksumSHA256>");

        await ShouldRefuseAsync(await CompleteAsync("composite", upload, ListOf(parts)), HttpStatusCode.BadRequest, "InvalidRequest");
        await ShouldRefuseAsync(
            await CompleteAsync("composite", upload, list, ("x-amz-checksum-sha256", whole + "-3")),
            HttpStatusCode.BadRequest,
            "BadDigest");
        await ShouldRefuseAsync(
            await CompleteAsync("composite", upload, list, ("x-amz-checksum-type", "FULL_OBJECT")),
            HttpStatusCode.BadRequest,
            "InvalidRequest");
        (await CompleteAsync("composite", upload, list, ("x-amz-checksum-sha256", whole + "-2"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_part_that_is_read_by_its_number_comes_with_its_own_checksum()
    {
        var upload = await StartAsync("numbered", "CRC32", "FULL_OBJECT");
        (await CompleteAsync("numbered", upload, ListOf(await PartsAsync("numbered", upload)))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var crc = StoredAlgorithm.Crc32.Crc!;
        var mode = ("x-amz-checksum-mode", "ENABLED");

        using var part = await _cloud.SendAsync(HttpMethod.Get, "numbered?partNumber=2", null, mode);
        using var range = await _cloud.SendAsync(HttpMethod.Get, "numbered", null, mode, ("Range", "bytes=0-3"));

        part.Headers.GetValues("x-amz-checksum-crc32").ShouldBe([Convert.ToBase64String(crc.ToBytes(crc.Append(0, Content.AsSpan(PartSize))))]);
        part.Headers.GetValues("x-amz-checksum-type").ShouldBe(["FULL_OBJECT"]);
        range.Headers.Contains("x-amz-checksum-crc32").ShouldBeFalse("no checksum is known of a range");
    }

    [Fact]
    public async Task A_checksum_that_the_upload_was_not_made_with_is_refused()
    {
        var upload = await StartAsync("other", "CRC32", "FULL_OBJECT");
        var list = ListOf(await PartsAsync("other", upload));

        await ShouldRefuseAsync(
            await CompleteAsync("other", upload, list, ("x-amz-checksum-sha1", Convert.ToBase64String(SHA1.HashData(Content)))),
            HttpStatusCode.BadRequest,
            "InvalidRequest");
    }

    [Fact]
    public async Task Completing_again_answers_as_the_first_time_though_the_cloud_was_restarted_and_the_object_is_gone()
    {
        var upload = await StartAsync("again");
        var list = ListOf(await PartsAsync("again", upload));
        var first = await CompleteAsync("again", upload, list, ("If-None-Match", "*"));
        first.StatusCode.ShouldBe(HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        var etag = ETagOf(await first.Content.ReadAsStringAsync());

        ETagOf(await (await CompleteAsync("again", upload, list, ("If-None-Match", "*"))).Content.ReadAsStringAsync()).ShouldBe(etag);
        await _cloud.StopAsync();
        await _cloud.StartAsync();
        await _cloud.PutAsync("again", "newer");
        var later = await CompleteAsync("again", upload, list);

        later.StatusCode.ShouldBe(HttpStatusCode.OK);
        ETagOf(await later.Content.ReadAsStringAsync()).ShouldBe(etag);
        (await _cloud.ReadAsync("again")).ShouldBe("newer", "an answer that is given again changes nothing");
    }

    [Fact]
    public async Task Completing_again_with_other_parts_or_under_another_key_is_refused()
    {
        var upload = await StartAsync("once");
        var parts = await PartsAsync("once", upload);
        (await CompleteAsync("once", upload, ListOf(parts))).StatusCode.ShouldBe(HttpStatusCode.OK);

        await ShouldRefuseAsync(
            await CompleteAsync("once", upload, "<Part><PartNumber>1</PartNumber><ETag>00</ETag></Part>"),
            HttpStatusCode.BadRequest,
            "InvalidPart");
        await ShouldRefuseAsync(await CompleteAsync("elsewhere", upload, ListOf(parts)), HttpStatusCode.NotFound, "NoSuchUpload");
        await ShouldRefuseAsync(_cloud.S3.AbortMultipartUploadAsync(Bucket, "once", upload), HttpStatusCode.NotFound, "NoSuchUpload");
    }

    [Fact]
    public async Task A_part_that_is_sent_again_meanwhile_never_takes_content_from_the_object()
    {
        for (var round = 0; round < 20; round++)
        {
            var key = $"race-{round}";
            var upload = await StartAsync(key);
            var part = await PartAsync(key, upload, 1, "content"u8.ToArray());

            var again = PartAsync(key, upload, 1, "content"u8.ToArray());
            var completed = await CompleteAsync(key, upload, ListOf([part]));
            await Task.WhenAny(again);

            completed.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await _cloud.ReadAsync(key)).ShouldBe("content");
        }
    }

    [Theory]
    [InlineData("<Part><PartNumber>2</PartNumber><ETag>a</ETag></Part><Part><PartNumber>1</PartNumber><ETag>a</ETag></Part>", "InvalidPartOrder")]
    [InlineData("<Part><PartNumber>1</PartNumber><ETag>a</ETag></Part><Part><PartNumber>1</PartNumber><ETag>a</ETag></Part>", "InvalidPartOrder")]
    [InlineData("<Part><PartNumber>3</PartNumber><ETag>a</ETag></Part>", "InvalidPart")]
    [InlineData("<Part><PartNumber>one</PartNumber><ETag>a</ETag></Part>", "MalformedXML")]
    [InlineData("<Part><PartNumber>1</PartNumber></Part>", "MalformedXML")]
    [InlineData("", "MalformedXML")]
    public async Task A_list_of_parts_that_makes_no_sense_is_refused(string list, string code)
    {
        var upload = await StartAsync("senseless");
        await PartAsync("senseless", upload, 1, [1]);

        await ShouldRefuseAsync(await CompleteAsync("senseless", upload, list), HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("bytes=0-10")]
    [InlineData("bytes=10-12")]
    [InlineData("bytes=5-")]
    [InlineData("bytes=-3")]
    [InlineData("bytes=3-2")]
    [InlineData("bytes=0-3,5-6")]
    [InlineData("0-3")]
    public async Task A_range_of_a_source_that_is_not_whole_in_it_is_refused(string range)
    {
        await _cloud.PutAsync("ten", "0123456789");
        var upload = await StartAsync("copied");

        await ShouldRefuseAsync(
            await _cloud.SendAsync(
                HttpMethod.Put,
                $"copied?partNumber=1&uploadId={upload}",
                "",
                ("x-amz-copy-source", $"/{Bucket}/ten"),
                ("x-amz-copy-source-range", range)),
            HttpStatusCode.BadRequest,
            "InvalidArgument");

        ((await _cloud.S3.ListPartsAsync(Bucket, "copied", upload)).Parts ?? []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_is_copied_from_its_source_only_if_that_is_what_was_meant()
    {
        var source = await _cloud.PutAsync("source", "0123456789");
        var upload = await StartAsync("meant");
        Task<HttpResponseMessage> CopyAsync(string header, string value) => _cloud.SendAsync(
            HttpMethod.Put,
            $"meant?partNumber=1&uploadId={upload}",
            "",
            ("x-amz-copy-source", $"/{Bucket}/source"),
            (header, value));

        await ShouldRefuseAsync(await CopyAsync("x-amz-copy-source-if-match", "\"other\""), HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        await ShouldRefuseAsync(await CopyAsync("x-amz-copy-source-if-none-match", source.ETag), HttpStatusCode.PreconditionFailed, "PreconditionFailed");
        using var copied = await CopyAsync("x-amz-copy-source-if-match", source.ETag);
        copied.StatusCode.ShouldBe(HttpStatusCode.OK);
        copied.Headers.GetValues("x-amz-server-side-encryption").ShouldBe(["AES256"]);
    }

    private static string ETagOf(string xml) => xml.Split("<ETag>")[1].Split("</ETag>")[0];

    private static string ListOf(IReadOnlyList<UploadPartResponse> parts, Func<int, string>? more = null)
        => string.Concat(parts.Select((x, i) => $"<Part><PartNumber>{x.PartNumber}</PartNumber><ETag>{x.ETag}</ETag>{more?.Invoke(i)}</Part>"));

    private async Task<string> StartAsync(string key, string? algorithm = null, string? type = null)
    {
        (string, string)[] headers = algorithm is null ? [] : [("x-amz-checksum-algorithm", algorithm), ("x-amz-checksum-type", type!)];
        var response = await _cloud.SendAsync(HttpMethod.Post, key + "?uploads", "", headers);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return text.Split("<UploadId>")[1].Split("</UploadId>")[0];
    }

    private Task<UploadPartResponse[]> PartsAsync(string key, string upload)
        => Task.WhenAll(PartAsync(key, upload, 1, Content[..PartSize]), PartAsync(key, upload, 2, Content[PartSize..]));

    /// <summary>Without a checksum: the cloud computes that of the upload.</summary>
    private async Task<UploadPartResponse> PartAsync(string key, string upload, int number, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        using var response = await _cloud.Http.PutAsync($"/{Bucket}/{key}?partNumber={number}&uploadId={upload}", body);
        return new UploadPartResponse { PartNumber = number, ETag = response.Headers.ETag?.Tag };
    }

    private Task<HttpResponseMessage> CompleteAsync(string key, string upload, string list, params (string Name, string Value)[] headers)
        => _cloud.SendAsync(HttpMethod.Post, $"{key}?uploadId={upload}", $"<CompleteMultipartUpload>{list}</CompleteMultipartUpload>", headers);
}
