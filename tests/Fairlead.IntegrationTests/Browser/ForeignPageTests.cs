using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Fairlead.IntegrationTests.Browser;

/// <summary>Pages of other origins in a real browser, on the machine on which a local cloud runs.</summary>
[Trait("Category", "Integration")]
public sealed class ForeignPageTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    private const string Delete = "<Delete><Object><Key>kept</Key></Object></Delete>";

    private const string Config = "<DistributionConfig xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><CallerReference>x</CallerReference>"
        + "<Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>127.0.0.1</DomainName></Origin></Items></Origins>"
        + "<DefaultCacheBehavior><TargetOriginId>o</TargetOriginId></DefaultCacheBehavior><Comment></Comment><Enabled>true</Enabled></DistributionConfig>";

    private int Api => cloud.Endpoints.Api.Port;

    private int Registry => cloud.Endpoints.Registry.Port;

    [ToolFact("chromium", "npm", "node")]
    public async Task Neither_a_page_on_another_origin_nor_a_name_that_is_led_here_changes_anything()
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials(cloud.Credentials["AWS_ACCESS_KEY_ID"], cloud.Credentials["AWS_SECRET_ACCESS_KEY"]),
            new AmazonS3Config { ServiceURL = cloud.Endpoints.Api.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await s3.PutBucketAsync("ledger");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "ledger", Key = "kept", ContentBody = "content" });
        await CallAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.CreateRepository", """{ "repositoryName": "shop" }""");
        await CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.CreateCluster", """{ "clusterName": "default" }""");
        var before = await EverythingAsync(s3);
        await using var pages = new LoopbackServer(_ => new ScriptedResponse(200, "a page"));

        // A page on another port of the same site, one of another site, and those of a name that its owner led to this machine (DNS rebinding).
        var answers = await BrowseAsync(
            [$"http://localhost:{pages.Url.Port}/", $"http://evil.test:{pages.Url.Port}/", $"http://evil.test:{Api}/", $"http://evil.test:{Registry}/"],
            [.. Requests("127.0.0.1"), .. Requests("localhost"), .. Requests("evil.test")]);

        answers.Count.ShouldBe(4 * 3 * Requests("localhost").Length);
        answers.Where(x => (int)x!["status"]! != 403).Select(x => x!.ToJsonString()).ShouldBeEmpty();
        (await EverythingAsync(s3)).ShouldBe(before);
        (await cloud.FindAsync()).Api.ShouldBe(cloud.Endpoints.Api);
    }

    [ToolFact("chromium", "npm", "node")]
    public async Task A_page_may_show_what_a_presigned_URL_leads_to()
    {
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials(cloud.Credentials["AWS_ACCESS_KEY_ID"], cloud.Credentials["AWS_SECRET_ACCESS_KEY"]),
            new AmazonS3Config { ServiceURL = cloud.Endpoints.Api.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await s3.PutBucketAsync("pictures");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "pictures", Key = "picture", ContentBody = "pixels" });
        var url = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = "pictures",
            Key = "picture",
            Expires = DateTime.UtcNow.AddMinutes(5),
            Protocol = Protocol.HTTP,
        });
        await using var pages = new LoopbackServer(_ => new ScriptedResponse(200, "a page"));

        var answers = await BrowseAsync([$"http://evil.test:{pages.Url.Port}/"], [Request("GET", url)]);

        ((int)answers.Single()!["status"]!).ShouldBe(200);
    }

    private JsonObject[] Requests(string host)
    {
        var (api, registry) = ($"http://{host}:{Api}", $"http://{host}:{Registry}");
        return
        [
            Request("POST", $"{api}/ledger?delete", Delete),
            Request("GET", $"{api}/ledger?list-type=2"),
            Request("POST", $"{api}/2020-05-31/distribution?X-Amz-Credential=x/20260101/us-east-1/cloudfront/aws4_request", Config),
            Request("POST", $"{api}/?X-Amz-Credential=x/20260101/us-east-1/ecs/aws4_request&Action=RunTask", """{ "taskDefinition": "job" }"""),
            Request("POST", $"{api}/_fairlead/stop", ""),
            Request("GET", $"{api}/_fairlead/status"),
            Request("GET", $"{api}/_fairlead/task-credentials"),
            Request("POST", $"{registry}/v2/shop/blobs/uploads/", "content"),
            Request("GET", $"{registry}/v2/"),
        ];
    }

    private static JsonObject Request(string method, string url, string? body = null)
    {
        var request = new JsonObject { ["method"] = method, ["url"] = url };
        if (body is not null)
        {
            request["body"] = body;
        }

        return request;
    }

    /// <summary>What a page could have changed.</summary>
    private async Task<string> EverythingAsync(AmazonS3Client s3) => string.Join('\n', [
        string.Join(' ', (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "ledger" })).S3Objects.Select(x => $"{x.Key} {x.ETag}")),
        string.Join(' ', (await s3.ListBucketsAsync()).Buckets.Select(x => x.BucketName)),
        await CallAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories", "{}"),
        await CallAsync("ecr", "AmazonEC2ContainerRegistry_V20150921.ListImages", """{ "repositoryName": "shop" }"""),
        await CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.ListTasks", "{}"),
        await CallAsync("cloudfront", null, ""),
    ]);

    private async Task<string> CallAsync(string service, string? target, string body)
    {
        using var http = cloud.Signer.Client(cloud.Endpoints.Api, service);
        using var request = new HttpRequestMessage(target is null ? HttpMethod.Get : HttpMethod.Post, target is null ? "/2020-05-31/distribution" : "/");
        if (target is not null)
        {
            request.Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.1"));
            request.Headers.Add("X-Amz-Target", target);
        }

        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }

    private static async Task<JsonArray> BrowseAsync(string[] pages, JsonObject[] requests)
    {
        using var directory = new TemporaryDirectory("fairlead-foreign-");
        foreach (var file in new[] { "package.json", "package-lock.json", "foreign.mjs" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Browser", file), directory.PathOf(file));
        }

        var install = await BuildRun.ProcessAsync(directory.PathOf(""), "npm", ["ci", "--no-audit", "--no-fund"]);
        install.ExitCode.ShouldBe(0, install.Output);
        var task = new JsonObject
        {
            ["command"] = "chromium",
            ["pages"] = JsonSerializer.SerializeToNode(pages),
            ["requests"] = new JsonArray([.. requests]),
        };
        var run = await BuildRun.ProcessAsync(directory.PathOf(""), "node", ["foreign.mjs", task.ToJsonString()]);
        run.ExitCode.ShouldBe(0, run.Output);
        return (JsonArray)JsonNode.Parse(run.Output.Split('\n').Last(x => x.StartsWith('[')))!;
    }
}
