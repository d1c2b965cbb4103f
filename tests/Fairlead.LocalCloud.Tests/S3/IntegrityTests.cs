using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class IntegrityTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Fact]
    public async Task Many_objects_are_deleted_only_by_a_body_with_a_digest_that_is_true()
    {
        const string body = "<Delete><Object><Key>many</Key></Object></Delete>";
        await cloud.PutAsync("many", "content");
        var md5 = Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body)));
        var otherMd5 = Convert.ToBase64String(MD5.HashData([]));
        var otherSha256 = Convert.ToBase64String(SHA256.HashData([]));

        await ShouldRefuseAsync(await cloud.SendAsync(HttpMethod.Post, "?delete", body), HttpStatusCode.BadRequest, "InvalidRequest");
        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Post, "?delete", body, ("x-amz-sdk-checksum-algorithm", "SHA256")),
            HttpStatusCode.BadRequest,
            "InvalidRequest");
        await ShouldRefuseAsync(await cloud.SendAsync(HttpMethod.Post, "?delete", body, ("Content-MD5", otherMd5)), HttpStatusCode.BadRequest, "BadDigest");
        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Post, "?delete", body, ("x-amz-checksum-sha256", otherSha256)),
            HttpStatusCode.BadRequest,
            "BadDigest");
        (await cloud.ReadAsync("many")).ShouldBe("content");

        (await cloud.SendAsync(HttpMethod.Post, "?delete", body, ("Content-MD5", md5))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldRefuseAsync(cloud.S3.GetObjectAsync(Bucket, "many"), HttpStatusCode.NotFound, "NoSuchKey");
    }

    [Fact]
    public async Task A_digest_that_is_empty_is_none_that_could_be_right()
        => await ShouldRefuseAsync(await cloud.SendAsync(HttpMethod.Put, "empty-digest", "x", ("Content-MD5", "")), HttpStatusCode.BadRequest, "InvalidDigest");

    [Theory]
    [InlineData("gzip,deflate", "gzip,deflate")]
    [InlineData("gzip, deflate", "gzip, deflate")]
    [InlineData("gzip, aws-chunked", "gzip")]
    public async Task Codings_are_given_back_as_they_were_sent(string sent, string expected)
    {
        await cloud.SendAsync(HttpMethod.Put, "codings", "x", ("Content-Encoding", sent));

        using var head = await cloud.SendAsync(HttpMethod.Head, "codings");

        head.Content.Headers.NonValidated["Content-Encoding"].ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("sts")]
    [InlineData("ecs")]
    public async Task A_credential_in_the_query_is_S3s_alone(string service)
        => await ShouldRefuseAsync(
            await cloud.SendAsync(
                HttpMethod.Get,
                $"x?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=A/20260101/us-east-1/{service}/aws4_request&X-Amz-Date=20260101T000000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=0"),
            HttpStatusCode.BadRequest,
            "AuthorizationQueryParametersError");

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task The_vendors_checksum_is_accepted_and_given_back(string algorithm)
    {
        var put = await cloud.PutAsync("sum-" + algorithm, "content", x => x.ChecksumAlgorithm = new ChecksumAlgorithm(algorithm));
        var head = await cloud.S3.GetObjectMetadataAsync(new GetObjectMetadataRequest
        {
            BucketName = Bucket,
            Key = "sum-" + algorithm,
            ChecksumMode = ChecksumMode.ENABLED
        });

        var values = new[] { head.ChecksumCRC32, head.ChecksumSHA1, head.ChecksumSHA256 };
        values.Single(x => x is not null).ShouldBe(new[] { put.ChecksumCRC32, put.ChecksumSHA1, put.ChecksumSHA256 }.Single(x => x is not null));
        head.ChecksumType.ShouldBe(ChecksumType.FULL_OBJECT);
        (await cloud.ReadAsync("sum-" + algorithm)).ShouldBe("content");
    }

    /// <summary>The vendor's client needs a native library to compute these two; "123456789" has published check values.</summary>
    [Theory]
    [InlineData("x-amz-checksum-crc32c", "4waSgw==")]
    [InlineData("x-amz-checksum-crc64nvme", "rosUhgp5mIg=")]
    public async Task A_checksum_in_a_header_is_checked_and_kept(string header, string value)
    {
        (await cloud.SendAsync(HttpMethod.Put, "digits", "123456789", (header, value))).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var head = await cloud.SendAsync(HttpMethod.Head, "digits", null, ("x-amz-checksum-mode", "ENABLED"));

        head.Headers.GetValues(header).Single().ShouldBe(value);
    }

    [Fact]
    public async Task An_object_that_came_without_a_checksum_gets_the_one_that_S3_computes()
    {
        (await cloud.SendAsync(HttpMethod.Put, "bare", "123456789")).Headers.GetValues("x-amz-checksum-crc64nvme").Single().ShouldBe("rosUhgp5mIg=");

        (await cloud.ReadAsync("bare")).ShouldBe("123456789");
    }

    [Theory]
    [InlineData("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "BadDigest")]
    [InlineData("Content-MD5", "nonsense", "InvalidDigest")]
    [InlineData("x-amz-checksum-crc32", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc32c", "AAAAAA==", "BadDigest")]
    [InlineData("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-checksum-sha1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "BadDigest")]
    [InlineData("x-amz-checksum-sha256", "AAAA", "InvalidRequest")]
    [InlineData("x-amz-content-sha256", "0000000000000000000000000000000000000000000000000000000000000000", "XAmzContentSHA256Mismatch")]
    [InlineData("x-amz-meta-long", "*", "MetadataTooLarge")]
    [InlineData("x-amz-acl", "public-read", "AccessControlListNotSupported")]
    public async Task What_does_not_match_its_headers_is_refused_and_the_old_object_stays(string header, string value, string code)
    {
        await cloud.PutAsync("kept", "old");

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Put, "kept", "new", (header, value == "*" ? new string('x', 2048) : value)),
            HttpStatusCode.BadRequest,
            code);

        (await cloud.ReadAsync("kept")).ShouldBe("old");
    }

    [Fact]
    public async Task A_chunked_body_is_unwrapped_and_its_trailer_checked()
    {
        const string body = "3;chunk-signature=00\r\nabc\r\n6\r\ndefghi\r\n0\r\nx-amz-checksum-crc32:{0}\r\n\r\n";
        Task<HttpResponseMessage> Put(string sum, string length) => cloud.SendAsync(HttpMethod.Put, "chunked", string.Format(body, sum),
            ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
                ("x-amz-decoded-content-length", length),
                ("x-amz-trailer", "x-amz-checksum-crc32"),
                ("Content-Encoding", "aws-chunked"));

        (await Put("jaoV1A==", "9")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(await Put("jaoV1A==", "9"), HttpStatusCode.BadRequest, "BadDigest");
        await ShouldRefuseAsync(await Put("jaoV1A==", "8"), HttpStatusCode.BadRequest, "IncompleteBody");
        using var response = await Put(Convert.ToBase64String(Crc32Of("abcdefghi")), "9");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cloud.ReadAsync("chunked")).ShouldBe("abcdefghi");
        (await cloud.S3.GetObjectMetadataAsync(Bucket, "chunked")).Headers.ContentEncoding.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_body_that_ends_early_is_refused_and_leaves_nothing()
    {
        using var client = new TcpClient();
        var api = cloud.Server.Endpoints.Api;
        await client.ConnectAsync(api.Host, api.Port);
        var stream = client.GetStream();
        string[] head =
        [
            $"PUT /{Bucket}/short HTTP/1.1",
            $"Host: {api.Authority}",
            "Content-Length: 10",
            .. await cloud.Signer.HeadAsync("PUT", new Uri(api, $"/{Bucket}/short"), "s3"),
        ];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head) + "\r\n\r\nonly7by"));
        client.Client.Shutdown(SocketShutdown.Send);

        var answer = "";
        try
        {
            answer = await new StreamReader(stream).ReadToEndAsync();
        }
        catch (IOException)
        {
            // The server may also cut a connection on which nothing more can come.
        }

        (await cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = "short" })).KeyCount.ShouldBe(0);
        if (answer.Length > 0)
        {
            answer.ShouldContain("IncompleteBody");
        }
    }

    [Fact]
    public async Task A_body_without_a_length_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/{Bucket}/endless") { Content = new StringContent("x") };
        request.Headers.TransferEncodingChunked = true;

        await ShouldRefuseAsync(await cloud.Http.SendAsync(request), HttpStatusCode.LengthRequired, "MissingContentLength");
    }

    [Fact]
    public async Task A_key_has_at_most_1024_bytes()
    {
        await cloud.PutAsync(new string('k', 1024), "x");

        await ShouldRefuseAsync(cloud.PutAsync(new string('k', 1023) + "é", "x"), HttpStatusCode.BadRequest, "KeyTooLongError");
    }

    private static byte[] Crc32Of(string text)
    {
        var crc = Fairlead.LocalCloud.S3.Checksums.Crc.Crc32;
        return crc.ToBytes(crc.Append(0, Encoding.ASCII.GetBytes(text)));
    }
}
