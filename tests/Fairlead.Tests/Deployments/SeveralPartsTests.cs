using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>Releases of other parts than one service and one site.</summary>
public sealed class SeveralPartsTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_site_alone_is_deployed_and_goes_back()
    {
        _shop.Parts = x => x with { Services = [] };
        _shop.Stack = x => x with { Services = [] };
        _shop.Checks = [Smoke.Get("/").NamesRelease()];

        var results = await _shop.DeployAsync();

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe(
        [
            ("upload assets of web", "Succeeded"),
            ("switch web", "Succeeded"),
            ("invalidate web", "Succeeded"),
            ("smoke test", "Succeeded"),
            ("record", "Succeeded"),
        ]);
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Unchanged");
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        (await _shop.DeployAsync())[^1].Outcome!.Reason.ShouldEndWith($"Release {before} serves again.");
        (await _shop.VisitAsync()).ShouldContain(before.ToString());
    }

    [Fact]
    public async Task A_service_alone_is_deployed_and_goes_back()
    {
        _shop.Parts = x => x with { Sites = [] };
        _shop.Stack = x => x with { Sites = [] };
        _shop.Checks = [Smoke.Get(SmallCloud.HealthPath).NamesRelease("release")];

        (await _shop.DeployAsync()).Select(x => (x.Step, x.Outcome?.Word)).ShouldBe(
            [("migrate api", null), ("roll out api", "Succeeded"), ("smoke test", "Succeeded"), ("record", "Succeeded")]);

        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get(SmallCloud.HealthPath).Contains("nobody says that")];
        (await _shop.DeployAsync())[^1].Outcome!.Reason.ShouldEndWith($"Release {before} serves again.");
        _shop.Service.Revision.ShouldBe("api:2");
        _shop.Cloud.Invalidations.ShouldBeEmpty();
    }

    /// <summary>Its host alone vouches for it, and every end says so.</summary>
    [Fact]
    public async Task A_worker_that_nobody_can_ask_is_deployed_and_never_verified()
    {
        _shop.Parts = x => x with { Sites = [] };
        _shop.Stack = x => x with { Sites = [], PublicUrl = null, Services = [x.Services[0] with { HealthCheckPath = null }] };

        var results = await _shop.DeployAsync();

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe(
        [
            ("migrate api", null),
            ("roll out api", "Succeeded (not smoke-tested)"),
            ("smoke test", null),
            ("record", "Succeeded (not smoke-tested)"),
        ]);
        results[^1].Reason.ShouldEndWith("whether it serves was not seen. Stack shop has no public URL.");
        var manifest = await _shop.CurrentAsync();
        (manifest.Verified, manifest.Where.PublicUrl, manifest.Sites.Count).ShouldBe((false, null, 0));
    }

    [Fact]
    public async Task Two_services_go_back_together_after_the_pages()
    {
        var worker = _shop.AddService("worker");
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        before.Services.Select(x => (x.Key, x.Value.Revision)).ShouldBe([("api", "api:2"), ("worker", "worker:2")]);
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        var log = new EffectLog();

        var results = await _shop.DeployAsync(observer: log);

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(
        [
            $"roll back: PUT /{SmallCloud.SiteBucket}/index.html",
            "roll back: POST /2020-05-31/distribution/E1/invalidation",
            "roll back: bring api back",
            "roll back: bring worker back",
        ]);
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
    }

    /// <summary>The second service fails; the first has changed, and nothing else has.</summary>
    [Fact]
    public async Task A_service_that_fails_takes_the_other_back_and_leaves_the_pages()
    {
        var worker = _shop.AddService("worker");
        await _shop.DeployAsync();
        _shop.Change("Sale");
        worker.NextRollout = new Outcome(OutcomeKind.RolledBack, "It exits at once; ECS brought the earlier revision back.");
        var log = new EffectLog();

        var results = await _shop.DeployAsync(observer: log);

        results[^1].Step.ShouldBe("roll out worker");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(["roll back: bring api back"]);
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
    }

    [Fact]
    public void A_part_that_the_stack_has_no_place_for_is_told_before_anything_is_read()
    {
        _shop.Parts = x => x with { Sites = [.. x.Sites, x.Sites[0] with { Name = "admin" }] };

        Should.Throw<FairleadException>(() => _shop.NewDeployment()).Why.ShouldBe("The build has the site 'admin', and the stack has web.");
        _shop.Cloud.Requests.ShouldBeEmpty();
    }
}
