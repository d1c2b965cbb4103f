using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>Releases of every kind of parts on the real local cloud: made, found unchanged, gone back from, and found to be as recorded.</summary>
[Trait("Category", "Integration")]
[Collection(ReleaseCloudCollection.Name)]
public sealed class PartsTests(ReleaseCloud cloud)
{
    [Fact]
    public Task A_site_alone_is_deployed_and_gone_back_from() => DeployedAndGoneBackFromAsync([], ["web"]);

    [ToolFact("busybox")]
    public Task An_api_alone_is_deployed_and_gone_back_from() => DeployedAndGoneBackFromAsync(["api"], []);

    [ToolFact("busybox")]
    public Task A_worker_alone_is_deployed_and_gone_back_from() => DeployedAndGoneBackFromAsync([TinyApp.Worker], []);

    [ToolFact("busybox")]
    public Task Two_services_and_two_sites_are_deployed_and_gone_back_from() => DeployedAndGoneBackFromAsync(["api", "cart"], ["web", "admin"]);

    private async Task DeployedAndGoneBackFromAsync(string[] services, string[] sites)
    {
        await using var app = await TinyApp.CreateAsync(cloud, services, sites);
        var isAsked = sites.Length > 0 || services.Any(x => x != TinyApp.Worker);
        (app.Outputs.PublicUrl is not null).ShouldBe(isAsked);

        (await app.DeployAsync()).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue(x.ToString()));
        var first = await app.CurrentAsync();
        await ServesAsync(app, first);
        first.Verified.ShouldBe(isAsked);

        await app.ChangeAsync("two");
        (await app.DeployAsync()).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue(x.ToString()));
        var second = await app.CurrentAsync();
        second.Release.CompareTo(first.Release).ShouldBeGreaterThan(0);
        second.PreviousRelease.ShouldBe(first.Release);
        await ServesAsync(app, second);

        var log = new EffectLog();
        var unchanged = await app.DeployAsync(log.Of("again"));
        unchanged.IsSuccess.ShouldBeTrue(unchanged.ToString());
        log.Effects.ShouldBeEmpty();
        unchanged.Results.ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);

        var back = await app.RollBackAsync();
        back.IsSuccess.ShouldBeTrue(back.ToString());
        (await app.CurrentAsync()).Release.ShouldBe(first.Release);
        await ServesAsync(app, first);
    }

    /// <summary>Every part is the release's, as visitors, hosts and ledger say.</summary>
    private static async Task ServesAsync(TinyApp app, ReleaseManifest release)
    {
        (await app.StatusAsync()).Differences.ShouldBeEmpty();
        (await app.RunningAsync()).ShouldBe(release.Services.Values.Select(x => x.Revision!).Order(StringComparer.Ordinal));
        foreach (var site in app.Outputs.Sites)
        {
            using var visitor = new Visitor(site.Url ?? app.Outputs.PublicUrl!);
            foreach (var path in new[] { "/", "/about.html" })
            {
                var (named, assets) = await visitor.PageAsync(path);
                named.ShouldBe(release.Release, $"{site.Name} {path}");
                assets.Count.ShouldBe(2);
                (await visitor.MissingAsync(assets)).ShouldBeEmpty();
            }
        }

        foreach (var service in app.Outputs.Services.Where(x => x.HealthCheckPath is not null))
        {
            (await app.Visitor!.ServiceAsync(service.HealthCheckPath!)).ShouldBe(release.Release, service.Name);
        }
    }
}
