using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Tests.S3;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>A key that is not there is missing for who may list the bucket, and forbidden for others.</summary>
public sealed class BucketOriginTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Theory]
    [InlineData("s3:GetObject|*|ID", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET|ID", 404)]
    [InlineData("s3:List*|arn:aws:s3:::site-*|ID", 404)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET|ANOTHER", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET/*|ID", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::another|ID", 403)]
    public async Task A_missing_file_is_what_the_policy_lets_the_distribution_see(string statement, int status)
    {
        var site = await BucketSite.MakeAsync(cloud);
        var parts = statement.Split('|');
        await site.PutPolicyAsync($$"""
            {"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":["s3:GetObject"],"Resource":"arn:aws:s3:::BUCKET/*"},
            {"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"{{parts[0]}}","Resource":"{{parts[1]}}",
             "Condition":{"StringEquals":{"AWS:SourceArn":"{{parts[2].Replace("ID", "ARN")}}"} } }
            """);
        await site.PutAsync();

        (await site.StatusAsync()).ShouldBe(200);
        using var missing = await site.ViewAsync("/missing.txt");
        ((int)missing.StatusCode).ShouldBe(status);
        (await missing.Content.ReadAsStringAsync()).ShouldContain(status == 403 ? "<Code>AccessDenied</Code>" : "<Code>NoSuchKey</Code>");
    }

    [Fact]
    public async Task A_file_that_is_deleted_is_missing_too()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = site.Bucket,
            VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
        });
        await site.AllowReadsAsync();
        await site.PutAsync();
        (await site.StatusAsync()).ShouldBe(200);

        await cloud.S3.DeleteObjectAsync(site.Bucket, BucketSite.File);

        using var answer = await site.ViewAsync($"/{BucketSite.File}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("x-amz-delete-marker").ShouldBeFalse("who may not list does not learn that it was there");
    }

    [Fact]
    public async Task A_custom_error_page_is_shown_for_what_is_forbidden()
    {
        var site = await BucketSite.MakeAsync(cloud, change: x => x with
        {
            CustomErrorResponses = [new CustomErrorResponse { ErrorCode = 403, ResponsePagePath = "/index.html", ResponseCode = 200 }],
        });
        await site.PutPolicyAsync("""
            {"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::BUCKET/index.html"}
            """);
        await site.PutAsync("index.html", "the app");
        await site.PutAsync();

        foreach (var path in new[] { "/deep/link", $"/{BucketSite.File}" })
        {
            using var answer = await site.ViewAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await answer.Content.ReadAsStringAsync()).ShouldBe("the app");
        }
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_not_there()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await cloud.S3.DeleteBucketAsync(site.Bucket);

        using var answer = await site.ViewAsync("/x");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("NoSuchBucket");
    }

    /// <summary>The edge signs for everybody: what S3 lets it do, everybody does.</summary>
    [Theory]
    [InlineData("GET", "/")]
    [InlineData("HEAD", "/")]
    [InlineData("GET", "/?list-type=2")]
    [InlineData("GET", "/?versions")]
    [InlineData("GET", "/?uploads")]
    [InlineData("GET", "/?acl")]
    [InlineData("GET", "/?tagging")]
    [InlineData("GET", "/?policy")]
    [InlineData("GET", "/?location")]
    [InlineData("GET", "/there.txt?acl")]
    [InlineData("GET", "/there.txt?tagging")]
    [InlineData("GET", "/there.txt?attributes")]
    [InlineData("GET", "/there.txt?uploadId=1")]
    public async Task A_viewer_reads_objects_of_a_bucket_and_nothing_else_of_it(string method, string path)
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.PutPolicyAsync("""{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"s3:*","Resource":"*"}""");
        await site.PutAsync();

        using var answer = await site.ViewAsync(path, new HttpMethod(method));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(method == "HEAD" ? "" : "<Code>AccessDenied</Code>");
        (await site.StatusAsync("/there.txt?other=1")).ShouldBe(200);
    }

    [Fact]
    public async Task Dots_that_are_encoded_twice_are_part_of_a_key_and_lead_nowhere()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.AllowReadsAsync();
        (await cloud.Http.PutAsync($"/{site.Bucket}/%252e%252e/_fairlead/status", new StringContent("an object"))).EnsureSuccessStatusCode();

        using var read = await site.ViewAsync("/%252e%252e/_fairlead/status");
        using var posted = await site.ViewAsync(
            "/%252e%252e/",
            HttpMethod.Post,
            new FormUrlEncodedContent([KeyValuePair.Create("Action", "AssumeRoleWithWebIdentity")]));

        (await read.Content.ReadAsStringAsync()).ShouldBe("an object");
        posted.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await posted.Content.ReadAsStringAsync()).ShouldStartWith("<Error><Code>AccessDenied</Code>", Case.Sensitive, "S3 says so, and not STS");
    }

    [Fact]
    public async Task An_encoded_slash_stays_one_on_the_way_to_the_bucket()
    {
        var site = await BucketSite.MakeAsync(cloud);
        await site.AllowReadsAsync();
        await site.PutAsync("100%/a b");

        (await site.ViewAsync("/100%25%2Fa%20b")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
