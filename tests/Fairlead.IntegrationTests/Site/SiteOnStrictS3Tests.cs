using Amazon.Runtime;
using Amazon.S3;
using Fairlead.IntegrationTests.Releases;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Site;

namespace Fairlead.IntegrationTests.Site;

/// <summary>A site on a store that knows no checksums of the SDK's.</summary>
[Trait("Category", "Integration")]
public sealed class SiteOnStrictS3Tests(StrictS3Fixture store) : IClassFixture<StrictS3Fixture>, IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("fairlead-site-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task A_site_is_published_once_and_a_second_run_writes_nothing()
    {
        var options = await SiteAsync();
        var runner = new SiteRunner(store.S3, options, SilentReporter.Instance);

        (await PublishAsync(runner, options)).ShouldBe(new SiteSyncResult(1, 1, 0, 90));

        (await PublishAsync(runner, options)).Outcome.Kind.ShouldBe(OutcomeKind.Unchanged);
        var page = await store.S3.GetObjectMetadataAsync(options.Bucket, "index.html");
        (page.Headers.ContentType, page.Headers.CacheControl).ShouldBe(("text/html; charset=utf-8", "no-cache"));
    }

    [Fact]
    public async Task Content_that_is_not_what_was_scanned_is_refused_without_those_checksums_too()
    {
        var options = await SiteAsync();
        var runner = new SiteRunner(store.S3, options, SilentReporter.Instance);
        var plan = SitePlanner.Plan(await SiteScanner.ScanAsync(options), "r1", []);
        await File.WriteAllTextAsync(Path.Combine(options.Directory, "index-BkF3x_9Z.js"), "console.log(2)");

        (await Should.ThrowAsync<FairleadException>(() => runner.UploadAssetsAsync(plan))).Why.ShouldBe("The file changed while the site was being published.");
    }

    [Fact]
    public async Task The_store_refuses_what_the_SDK_sends_by_itself()
    {
        var options = await SiteAsync();
        using var aws = store.Clients(RequestChecksumCalculation.WHEN_SUPPORTED);

        var error = await Should.ThrowAsync<FairleadException>(() => PublishAsync(new SiteRunner(aws.S3, options, SilentReporter.Instance), options));

        error.InnerException.ShouldBeOfType<AmazonS3Exception>().ErrorCode.ShouldBe("XAmzContentSHA256Mismatch");
    }

    private async Task<SiteOptions> SiteAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "index.html"), "<html><head></head><body>one</body></html>");
        await File.WriteAllTextAsync(Path.Combine(_directory, "index-BkF3x_9Z.js"), "console.log(1)");
        return new SiteOptions { Directory = _directory, Bucket = await store.CreateBucketAsync() };
    }

    private static async Task<SiteSyncResult> PublishAsync(SiteRunner runner, SiteOptions options)
    {
        var plan = SitePlanner.Plan(await SiteScanner.ScanAsync(options), "r1", await runner.ListAsync());
        return await runner.UploadAssetsAsync(plan) + await runner.SwitchEntryPointsAsync(plan);
    }
}
