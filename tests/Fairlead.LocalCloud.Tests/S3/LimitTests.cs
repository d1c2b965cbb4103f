using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.S3.Model;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.S3;

public sealed class LimitTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Fact]
    public async Task A_document_has_a_limit_and_what_is_longer_is_not_read()
        => await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Put, "?cors", new string(' ', (2 * 1024 * 1024) + 1)),
            HttpStatusCode.BadRequest,
            "MaxMessageLengthExceeded");

    [Fact]
    public async Task A_document_that_is_nested_without_end_is_malformed()
    {
        const string rule = "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>";
        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));

        (await cloud.SendAsync(HttpMethod.Put, "?cors", $"<CORSConfiguration>{rule}{Nested(10)}</CORSConfiguration>")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Put, "?cors", $"<CORSConfiguration>{rule}{Nested(100_000)}</CORSConfiguration>"),
            HttpStatusCode.BadRequest,
            "MalformedXML");
    }

    [Fact]
    public async Task A_policy_that_is_nested_without_end_is_malformed()
        => await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Put, "?policy", new string('[', 10_000)),
            HttpStatusCode.BadRequest,
            "MalformedPolicy");

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.BadRequest)]
    public async Task A_thousand_of_the_longest_keys_are_deleted_at_once_and_no_more(int count, HttpStatusCode expected)
    {
        var keys = Enumerable.Range(0, count).Select(x => $"{x:0000}{string.Concat(Enumerable.Repeat("&#x1;", 1020))}");
        var body = $"<Delete>{string.Concat(keys.Select(x => $"<Object><Key>{x}</Key></Object>"))}</Delete>";

        var response = await cloud.SendAsync(
            HttpMethod.Post,
            "?delete",
            body,
            ("Content-MD5", Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body)))));

        response.StatusCode.ShouldBe(expected);
        if (expected == HttpStatusCode.OK)
        {
            (await response.Content.ReadAsStringAsync()).Split("<Deleted>").Length.ShouldBe(count + 1);
        }
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("DELETE", "")]
    [InlineData("PUT", "?tagging")]
    [InlineData("POST", "?uploads")]
    public async Task A_key_has_at_most_1024_bytes_whatever_is_asked(string method, string query)
        => await ShouldRefuseAsync(
            await cloud.SendAsync(new HttpMethod(method), new string('k', 1025) + query, method == "GET" ? null : ""),
            HttpStatusCode.BadRequest,
            "KeyTooLongError");

    [Fact]
    public async Task Metadata_has_a_limit()
    {
        await cloud.PutAsync("metadata", "x", x => x.Metadata["m"] = new string('x', 2000));

        await ShouldRefuseAsync(
            cloud.PutAsync("metadata", "y", x => x.Metadata["m"] = new string('x', 2048)),
            HttpStatusCode.BadRequest,
            "MetadataTooLarge");

        (await cloud.ReadAsync("metadata")).ShouldBe("x");
    }

    [Fact]
    public async Task An_object_has_at_most_ten_tags()
    {
        static List<Tag> Tags(int count) => [.. Enumerable.Range(0, count).Select(x => new Tag { Key = $"k{x}", Value = "v" })];
        await cloud.PutAsync("tags", "x", x => x.TagSet = Tags(10));

        await ShouldRefuseAsync(cloud.PutAsync("tags", "y", x => x.TagSet = Tags(11)), HttpStatusCode.BadRequest, "BadRequest");

        (await cloud.S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "tags" })).Tagging.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256")]
    [InlineData("x-amz-server-side-encryption-customer-key", "a2V5")]
    [InlineData("x-amz-server-side-encryption-customer-key-md5", "a2V5")]
    [InlineData("x-amz-copy-source-server-side-encryption-customer-algorithm", "AES256")]
    [InlineData("x-amz-copy-source-server-side-encryption-customer-key", "a2V5")]
    [InlineData("x-amz-server-side-encryption-context", "e30=")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE")]
    [InlineData("x-amz-object-lock-retain-until-date", "2030-01-01T00:00:00Z")]
    [InlineData("x-amz-object-lock-legal-hold", "ON")]
    [InlineData("x-amz-write-offset-bytes", "1")]
    public async Task What_would_be_promised_and_not_kept_is_refused(string header, string value)
    {
        await cloud.PutAsync("promised", "x");
        var upload = await cloud.S3.InitiateMultipartUploadAsync(Bucket, "parts");

        foreach (var (method, path, copied) in new[]
        {
            (HttpMethod.Put, "promise", null),
            (HttpMethod.Put, "promise", $"{Bucket}/promised"),
            (HttpMethod.Post, "promise?uploads", null),
            (HttpMethod.Put, $"parts?partNumber=1&uploadId={upload.UploadId}", null),
            (HttpMethod.Get, "promised", (string?)null),
        })
        {
            (string, string)[] headers = copied is null ? [(header, value)] : [(header, value), ("x-amz-copy-source", copied)];
            await ShouldRefuseAsync(
                await cloud.SendAsync(method, path, method == HttpMethod.Get ? null : "x", headers),
                HttpStatusCode.NotImplemented,
                "NotImplemented");
        }
    }

    [Fact]
    public async Task A_protection_of_deletes_that_is_not_here_is_refused()
        => await ShouldRefuseAsync(
            await cloud.SendAsync(
                HttpMethod.Put,
                "?versioning",
                "<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>"),
            HttpStatusCode.NotImplemented,
            "NotImplemented");

    [Theory]
    [InlineData("x-amz-expected-bucket-owner")]
    [InlineData("x-amz-source-expected-bucket-owner")]
    public async Task Nothing_is_copied_from_or_to_a_bucket_of_another_owner_than_the_expected_one(string header)
    {
        await cloud.PutAsync("owned", "x");

        await ShouldRefuseAsync(await CopyAsync("111122223333"), HttpStatusCode.Forbidden, "AccessDenied");
        (await CopyAsync("000000000000")).StatusCode.ShouldBe(HttpStatusCode.OK);

        Task<HttpResponseMessage> CopyAsync(string owner)
            => cloud.SendAsync(HttpMethod.Put, "copied", "", ("x-amz-copy-source", $"{Bucket}/owned"), (header, owner));
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html: tags that are sent count with the directive REPLACE.</summary>
    [Theory]
    [InlineData("COPY", "secret")]
    [InlineData(null, "secret")]
    [InlineData("REPLACE", "open")]
    public async Task A_copy_has_the_tags_that_its_directive_says(string? directive, string tag)
    {
        await cloud.PutAsync("tagged", "x", x => x.TagSet = [new Tag { Key = "secret", Value = "v" }]);
        (string, string)[] headers =
        [
            ("x-amz-copy-source", $"{Bucket}/tagged"),
            ("x-amz-tagging", "open=v"),
            .. directive is null ? Array.Empty<(string, string)>() : [("x-amz-tagging-directive", directive)],
        ];

        (await cloud.SendAsync(HttpMethod.Put, "copy-of-tagged", "", headers)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var tags = await cloud.S3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = Bucket, Key = "copy-of-tagged" });
        tags.Tagging.ShouldHaveSingleItem().Key.ShouldBe(tag);
    }

    [Theory]
    [InlineData("x-amz-if-match-size", "Size")]
    [InlineData("x-amz-if-match-last-modified-time", "LastModifiedTime")]
    public async Task A_condition_that_is_not_known_deletes_nothing(string header, string element)
    {
        await cloud.PutAsync("conditional", "kept");
        var body = $"<Delete><Object><Key>conditional</Key><{element}>9999</{element}></Object></Delete>";

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Delete, "conditional", null, (header, "9999")),
            HttpStatusCode.NotImplemented,
            "NotImplemented");
        var many = await cloud.SendAsync(HttpMethod.Post, "?delete", body, ("Content-MD5", Convert.ToBase64String(MD5.HashData(Encoding.UTF8.GetBytes(body)))));

        (await many.Content.ReadAsStringAsync()).ShouldContain("<Code>NotImplemented</Code>");
        (await cloud.ReadAsync("conditional")).ShouldBe("kept");
    }

    [Fact]
    public async Task A_reader_cannot_ask_for_an_encryption()
    {
        await cloud.PutAsync("read", "x");

        await ShouldRefuseAsync(
            await cloud.SendAsync(HttpMethod.Get, "read", null, ("x-amz-server-side-encryption", "AES256")),
            HttpStatusCode.BadRequest,
            "InvalidArgument");
    }
}
