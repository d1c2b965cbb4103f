using System.Net;
using Amazon.S3.Model;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.CloudFront;

/// <summary>A key that is not there is missing for who may list the bucket, and forbidden for others.</summary>
public sealed class BucketOriginTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Arn = "arn:aws:cloudfront::000000000000:distribution/";

    [Theory]
    [InlineData("none", 403)]
    [InlineData("s3:GetObject|*|ID", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET|ID", 404)]
    [InlineData("s3:List*|arn:aws:s3:::site-*|ID", 404)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET|ANOTHER", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::BUCKET/*|ID", 403)]
    [InlineData("s3:ListBucket|arn:aws:s3:::another|ID", 403)]
    [InlineData("deny s3:*|*|ID", 403)]
    public async Task A_missing_file_is_what_the_policy_lets_the_distribution_see(string statement, int status)
    {
        var (bucket, id) = await SiteAsync();
        await GrantAsync(bucket, id, statement);
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "there.txt", ContentBody = "x" });

        (await ViewAsync(id, "/there.txt")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var missing = await ViewAsync(id, "/missing.txt");
        ((int)missing.StatusCode).ShouldBe(status);
        (await missing.Content.ReadAsStringAsync()).ShouldContain(status == 403 ? "AccessDenied" : "NoSuchKey");
    }

    [Fact]
    public async Task A_custom_error_page_is_shown_for_what_is_forbidden()
    {
        var (bucket, id) = await SiteAsync(new CustomErrorResponse { ErrorCode = 403, ResponsePagePath = "/index.html", ResponseCode = 200 });
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "index.html", ContentBody = "the app" });

        using var answer = await ViewAsync(id, "/deep/link");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("the app");
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_not_there()
    {
        var (bucket, id) = await SiteAsync();
        await cloud.S3.DeleteBucketAsync(bucket);

        using var answer = await ViewAsync(id, "/x");

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
    [InlineData("GET", "/there.txt?versionId=null")]
    [InlineData("HEAD", "/there.txt?versionId=null")]
    public async Task A_viewer_reads_objects_of_a_bucket_and_nothing_else_of_it(string method, string path)
    {
        var (bucket, id) = await SiteAsync();
        await GrantAsync(bucket, id, "s3:*|*|ID");
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "there.txt", ContentBody = "x" });

        using var answer = await ViewAsync(id, path, new HttpMethod(method));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(method == "HEAD" ? "" : "<Code>AccessDenied</Code>");
        (await ViewAsync(id, "/there.txt?other=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Dots_that_are_encoded_twice_are_part_of_a_key_and_lead_nowhere()
    {
        var (bucket, id) = await SiteAsync();
        (await cloud.Http.PutAsync($"/{bucket}/%252e%252e/_fairlead/status", new StringContent("an object"))).EnsureSuccessStatusCode();

        using var read = await ViewAsync(id, "/%252e%252e/_fairlead/status");
        using var posted = await ViewAsync(
            id,
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
        var (bucket, id) = await SiteAsync();
        await cloud.S3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = "100%/a b", ContentBody = "x" });

        (await ViewAsync(id, "/100%25%2Fa%20b")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Bucket, string Distribution)> SiteAsync(params CustomErrorResponse[] errors)
    {
        var bucket = $"site-{Guid.NewGuid():N}";
        await cloud.S3.PutBucketAsync(bucket);
        var distribution = cloud.Server.Services.GetRequiredService<DistributionStore>().Ensure(new DistributionConfig
        {
            CallerReference = bucket,
            Origins = [new Origin { Id = "site", DomainName = $"{bucket}.s3.us-east-1.amazonaws.com" }],
            DefaultCacheBehavior = EdgeFixture.Uncached() with { TargetOriginId = "site" },
            CustomErrorResponses = errors,
        });
        return (bucket, distribution.Id);
    }

    /// <param name="bucket">Whose policy it is.</param>
    /// <param name="id">Of the distribution.</param>
    /// <param name="statement">ACTION|RESOURCE|DISTRIBUTION, with BUCKET and ID filled in; one that denies takes back a grant of all.</param>
    private async Task GrantAsync(string bucket, string id, string statement)
    {
        if (statement == "none")
        {
            return;
        }

        var isDenied = statement.StartsWith("deny ", StringComparison.Ordinal);
        var parts = statement.Replace("deny ", "").Split('|');
        var resource = parts[1].Replace("BUCKET", bucket);
        var arn = Arn + parts[2].Replace("ID", id);
        string Statement(string effect) => $$"""
            {"Effect":"{{effect}}","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":"{{parts[0]}}","Resource":"{{resource}}",
             "Condition":{"StringEquals":{"AWS:SourceArn":"{{arn}}"} } }
            """;
        var statements = isDenied ? $"{Statement("Allow")},{Statement("Deny")}" : Statement("Allow");
        await cloud.S3.PutBucketPolicyAsync(bucket, $$"""{"Version":"2012-10-17","Statement":[{{statements}}] }""");
    }

    private async Task<HttpResponseMessage> ViewAsync(string distribution, string path, HttpMethod? method = null, HttpContent? content = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(cloud.Server.Endpoints.Edge, path)) { Content = content };
        request.Headers.Host = $"{distribution}.localhost:{cloud.Server.Endpoints.Edge.Port}";
        return await http.SendAsync(request);
    }
}
