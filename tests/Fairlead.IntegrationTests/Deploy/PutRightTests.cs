using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>What a run left out, or somebody changed behind its back, is put right by the next run, at the edge too.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class PutRightTests(DeployedClone clone) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_release_is_verified_and_the_edge_forgets_when_the_targets_that_were_left_out_have_run()
    {
        using var page = clone.Change("samples/storefront/web/index.html", "<title>", "<title>Untested ");

        var untested = await DeployAsync("Invalidate", "SmokeTest");
        untested.Output.ShouldContain("Succeeded (not smoke-tested)");
        (await CurrentAsync()).Verified.ShouldBeFalse();

        var tested = await DeployAsync();
        tested.StatusOf("Invalidate").ShouldBe("Succeeded", tested.Output);
        tested.StatusOf("Deploy").ShouldBe("Succeeded", tested.Output);
        (await CurrentAsync()).Verified.ShouldBeTrue();
        (await _http.GetStringAsync(clone.PublicUrl)).ShouldContain("<title>Untested ");

        var again = await DeployAsync();
        again.StatusOf("Invalidate").ShouldBe("Unchanged", again.Output);
        again.StatusOf("Deploy").ShouldBe("Unchanged", again.Output);
    }

    [Fact]
    public async Task An_asset_that_somebody_overwrote_is_what_it_was_in_the_bucket_and_at_the_edge()
    {
        using var one = clone.Add("samples/storefront/web/public/note-0a1b2c3d.txt", "one");
        using var two = clone.Add("samples/storefront/web/public/note-1a2b3c4d.txt", "two");
        await DeployAsync();
        foreach (var (asset, content) in new[] { ("note-0a1b2c3d.txt", "one"), ("note-1a2b3c4d.txt", "two") })
        {
            using (var aws = await ClientsAsync())
            {
                await aws.S3.PutObjectAsync(new PutObjectRequest
                {
                    BucketName = "storefront-site",
                    Key = asset,
                    ContentBody = "somebody else's",
                    ContentType = "text/plain"
                });
            }

            (await _http.GetStringAsync(new Uri(clone.PublicUrl, asset))).ShouldBe("somebody else's");

            var run = await DeployAsync();

            (await _http.GetStringAsync(new Uri(clone.PublicUrl, asset))).ShouldBe(content, run.Output);
        }

        (await DeployAsync()).StatusOf("Deploy").ShouldBe("Unchanged");
    }

    private async Task<BuildRun> DeployAsync(params string[] leftOut)
    {
        var run = await clone.BuildAsync(["Deploy", "--skip", "Test", "WebTest", .. leftOut]);
        run.ExitCode.ShouldBe(0, run.Output);
        return run;
    }

    private async Task<ReleaseManifest> CurrentAsync()
    {
        using var aws = await ClientsAsync();
        return (await new Ledger(aws.S3, "storefront-ledger", "fairlead").ReadCurrentManifestAsync(default))!;
    }

    private async Task<AwsClients> ClientsAsync()
    {
        var endpoints = await clone.FindLocalCloudAsync();
        return new AwsClients(new AwsOptions
        {
            Region = "us-east-1",
            EndpointUrl = endpoints.Api,
            Credentials = endpoints.CreateCredentials()
        });
    }
}
