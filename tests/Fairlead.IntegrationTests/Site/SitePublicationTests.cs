using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.LocalCloud.Hosting;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Site;
using Fairlead.Site.Invalidation;
using Fairlead.Verification;

namespace Fairlead.IntegrationTests.Site;

/// <summary>A site on its way through bucket, edge and invalidation, each spoken to in its own protocol.</summary>
[Trait("Category", "Integration")]
public sealed class SitePublicationTests : IAsyncLifetime
{
    private static readonly XNamespace CloudFront = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    private readonly string _directory = Directory.CreateTempSubdirectory("fairlead-site-").FullName;
    private LocalCloudServer _cloud = null!;
    private SignatureV4 _signer = null!;
    private AwsClients _aws = null!;
    private SiteOptions _options = null!;
    private SiteRunner _runner = null!;

    public async Task InitializeAsync()
    {
        _cloud = await LocalCloudServer.StartAsync(new LocalCloudOptions
        {
            StateDirectory = Path.Combine(_directory, "state"),
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0
        });
        var key = (await LocalCloudFixture.FindAsync(Path.Combine(_directory, "state"))).AccessKey!;
        _signer = new SignatureV4(key.AccessKeyId, key.SecretAccessKey);
        _aws = new AwsClients(new AwsOptions
        {
            Region = "us-east-1",
            EndpointUrl = _cloud.Endpoints.Api,
            Credentials = new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey)
        });
        await _aws.S3.PutBucketAsync(new PutBucketRequest { BucketName = "shop-site" });
        _options = new SiteOptions { Directory = Path.Combine(_directory, "dist"), Bucket = "shop-site" };
        _runner = new SiteRunner(_aws.S3, _options, SilentReporter.Instance);
        Write("index.html", "<html><head></head><body>one</body></html>");
        Write("assets/index-BkF3x_9Z.js", "console.log(1)");
        Write("robots.txt", "User-agent: *");
    }

    public async Task DisposeAsync()
    {
        _aws.Dispose();
        await _cloud.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_site_is_published_once_and_a_second_run_writes_nothing()
    {
        (await PublishAsync("r1")).ShouldBe(new SiteSyncResult(1, 2, 0, 103));
        var written = await _runner.ListAsync();
        var asset = await _aws.S3.GetObjectMetadataAsync("shop-site", "assets/index-BkF3x_9Z.js");
        (asset.Headers.CacheControl, asset.Headers.ContentType).ShouldBe(("public, max-age=31536000, immutable", "text/javascript; charset=utf-8"));

        var again = await PublishAsync("r1");
        (again.Outcome.Kind, again.Unchanged).ShouldBe((OutcomeKind.Unchanged, 3));
        (await _runner.ListAsync()).ShouldBe(written);
    }

    [Fact]
    public async Task A_file_that_changes_after_the_scan_does_not_get_out()
    {
        var plan = SitePlanner.Plan(await SiteScanner.ScanAsync(_options), "r1", []);
        Write("assets/index-BkF3x_9Z.js", "console.log(2)");
        var error = await Should.ThrowAsync<FairleadException>(() => _runner.UploadAssetsAsync(plan));
        error.Why.ShouldBe("The file changed while the site was being published.");
        (await _runner.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rollback_restores_the_entry_points_that_it_is_given()
    {
        await PublishAsync("r1");
        var before = await Task.WhenAll(new[] { "index.html", "robots.txt" }.Select(ReadAsync));
        var listed = await _runner.ListAsync();
        await PublishAsync("r2");
        (await _runner.RestoreEntryPointsAsync(before)).Switched.ShouldBe(2);
        (await _runner.ListAsync()).ShouldBe(listed);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_a_sentence()
    {
        var runner = new SiteRunner(_aws.S3, _options with { Bucket = "nobodys" }, SilentReporter.Instance);
        (await Should.ThrowAsync<FairleadException>(() => runner.ListAsync())).What.ShouldBe("Could not list the bucket 'nobodys'.");
    }

    [Fact]
    public async Task Visitors_get_the_new_release_after_its_invalidation_and_the_old_one_until_then()
    {
        var distribution = await DistributionAsync();
        using var smoke = new SmokeRunner(SilentReporter.Instance, TimeProvider.System);
        var options = new SmokeOptions
        {
            PublicUrl = new Uri($"http://{distribution.ToLowerInvariant()}.localhost:{_cloud.Endpoints.Edge.Port}"),
            ReleaseId = "r1",
            LagLimit = TimeSpan.Zero
        };
        SmokeCheck[] checks = [Smoke.Get("/").Expects(200).Html().NamesRelease(), Smoke.Get("/assets/index-BkF3x_9Z.js").Expects(200).Contains("console.log")];
        await PublishAsync("r1");
        (await smoke.RunAsync(checks, options)).IsSuccess.ShouldBeTrue();

        await PublishAsync("r2");
        options = options with { ReleaseId = "r2" };
        var runner = new InvalidationRunner(
            _aws.CloudFront,
            new InvalidationOptions { DistributionId = distribution },
            SilentReporter.Instance,
            TimeProvider.System);
        var plan = InvalidationPlan.Of((await SiteScanner.ScanAsync(_options)).EntryPoints.Select(x => x.Path));
        var result = await runner.RunAsync(plan, "r2");
        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        var report = await smoke.RunAsync(checks, options);
        report.IsSuccess.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public async Task A_release_that_is_put_right_is_invalidated_again()
    {
        var distribution = await DistributionAsync();
        var page = new Uri($"http://127.0.0.1:{_cloud.Endpoints.Edge.Port}/");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Host = $"{distribution.ToLowerInvariant()}.localhost:{page.Port}";
        var runner = new InvalidationRunner(
            _aws.CloudFront,
            new InvalidationOptions { DistributionId = distribution },
            SilentReporter.Instance,
            TimeProvider.System);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            await _aws.S3.PutObjectAsync(new PutObjectRequest
            {
                BucketName = "shop-site",
                Key = "index.html",
                ContentBody = "somebody else's",
                ContentType = "text/html"
            });
            await runner.RunAsync(InvalidationPlan.Of(["index.html"]), "somebody");
            (await http.GetStringAsync(page)).ShouldBe("somebody else's");

            await PublishAsync("r1");
            (await runner.RunAsync(InvalidationPlan.Of(["index.html"]), "r1")).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);

            (await http.GetStringAsync(page)).ShouldContain("<body>one</body>", customMessage: $"attempt {attempt}");
        }
    }

    [Fact]
    public async Task A_distribution_that_is_not_there_is_a_sentence()
    {
        var runner = new InvalidationRunner(
            _aws.CloudFront,
            new InvalidationOptions { DistributionId = "ENOSUCH" },
            SilentReporter.Instance,
            TimeProvider.System);
        (await Should.ThrowAsync<FairleadException>(() => runner.RunAsync(
            InvalidationPlan.Of(["index.html"]),
            "r1"))).What.ShouldBe("Could not invalidate the distribution 'ENOSUCH'.");
    }

    [Fact]
    public async Task An_invalidation_that_does_not_complete_in_time_is_an_error_that_names_it()
    {
        var distribution = await DistributionAsync();
        var runner = new InvalidationRunner(
            _aws.CloudFront,
            new InvalidationOptions { DistributionId = distribution, Timeout = TimeSpan.Zero },
            SilentReporter.Instance,
            TimeProvider.System);
        var error = await Should.ThrowAsync<FairleadException>(() => runner.RunAsync(InvalidationPlan.Of(["index.html"]), "r1"));
        var invalidation = (await _aws.CloudFront.ListInvalidationsAsync(new Amazon.CloudFront.Model.ListInvalidationsRequest
        {
            DistributionId = distribution
        })).InvalidationList!.Items!.Single();
        error.What.ShouldBe($"The invalidation '{invalidation.Id}' of the distribution '{distribution}' is not complete after 0 s.");
    }

    private async Task<EntryPointContent> ReadAsync(string key)
    {
        using var response = await _aws.S3.GetObjectAsync("shop-site", key);
        using var content = new MemoryStream();
        await response.ResponseStream.CopyToAsync(content);
        return new EntryPointContent(key, content.ToArray(), response.Headers.ContentType, response.Headers.CacheControl);
    }

    private async Task<SiteSyncResult> PublishAsync(string release)
    {
        var plan = SitePlanner.Plan(await SiteScanner.ScanAsync(_options), release, await _runner.ListAsync());
        return await _runner.UploadAssetsAsync(plan) + await _runner.SwitchEntryPointsAsync(plan);
    }

    /// <summary>A distribution that signs, and that the bucket lets read and list.</summary>
    private async Task<string> DistributionAsync()
    {
        var control = await MakeAsync("origin-access-control", new XElement(
            CloudFront + "OriginAccessControlConfig",
            new XElement(CloudFront + "Name", "shop"),
            new XElement(CloudFront + "SigningProtocol", "sigv4"),
            new XElement(CloudFront + "SigningBehavior", "always"),
            new XElement(CloudFront + "OriginAccessControlOriginType", "s3")));
        var distribution = await MakeAsync("distribution", new XElement(
            CloudFront + "DistributionConfig",
            new XElement(CloudFront + "CallerReference", "shop"),
            new XElement(CloudFront + "DefaultRootObject", "index.html"),
            new XElement(
                CloudFront + "Origins",
                new XElement(CloudFront + "Quantity", 1),
                new XElement(CloudFront + "Items", new XElement(
                    CloudFront + "Origin",
                    new XElement(CloudFront + "Id", "site"),
                    new XElement(CloudFront + "DomainName", "shop-site.s3.us-east-1.amazonaws.com"),
                    new XElement(CloudFront + "S3OriginConfig", new XElement(CloudFront + "OriginAccessIdentity", "")),
                    new XElement(CloudFront + "OriginAccessControlId", control)))),
            new XElement(
                CloudFront + "DefaultCacheBehavior",
                new XElement(CloudFront + "TargetOriginId", "site"),
                new XElement(CloudFront + "CachePolicyId", "658327ea-f89d-4fab-a63d-7e88639e58f6")),
            new XElement(CloudFront + "Comment", ""),
            new XElement(CloudFront + "Enabled", true)));
        await _aws.S3.PutBucketPolicyAsync("shop-site", $$$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudfront.amazonaws.com"},"Action":["s3:GetObject","s3:ListBucket"],
             "Resource":["arn:aws:s3:::shop-site","arn:aws:s3:::shop-site/*"],
             "Condition":{"StringEquals":{"AWS:SourceArn":"arn:aws:cloudfront::000000000000:distribution/{{{distribution}}}"} } }]}
            """);
        return distribution;
    }

    private async Task<string> MakeAsync(string kind, XElement config)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_cloud.Endpoints.Api, $"/2020-05-31/{kind}"));
        request.Content = new StringContent(config.ToString(), Encoding.UTF8, new MediaTypeHeaderValue("text/xml"));
        await _signer.SignAsync(request, "cloudfront");
        using var response = await http.SendAsync(request);
        return XElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Element(CloudFront + "Id")!.Value;
    }

    private void Write(string path, string content)
    {
        var full = Path.Combine(_options.Directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
