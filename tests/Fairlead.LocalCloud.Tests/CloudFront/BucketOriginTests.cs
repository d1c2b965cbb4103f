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

    private async Task<HttpResponseMessage> ViewAsync(string distribution, string path)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Server.Endpoints.Edge, path));
        request.Headers.Host = $"{distribution}.localhost:{cloud.Server.Endpoints.Edge.Port}";
        return await http.SendAsync(request);
    }
}
