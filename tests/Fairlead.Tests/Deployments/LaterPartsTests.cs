using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>Going back to a release that never had one of the parts of today: a second service, a second site.</summary>
public sealed class LaterPartsTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    /// <summary>Its pages are of no release that serves, and nothing vouches for it: it cannot name a release that never had it.</summary>
    [Fact]
    public async Task A_site_that_came_with_the_release_that_failed_loses_its_pages()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        var bucket = _shop.AddSite("admin");
        var log = new EffectLog();

        var results = await FailAsync(log);

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack, results[^1].Reason);
        results[^1].Reason.ShouldEndWith($"Release {before} serves again.");
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(
        [
            $"roll back: POST /{bucket}/?delete",
            $"roll back: PUT /{SmallCloud.SiteBucket}/index.html",
            "roll back: POST /2020-05-31/distribution/E2/invalidation",
            "roll back: POST /2020-05-31/distribution/E1/invalidation",
            "roll back: bring api back",
        ]);
        _shop.Cloud.S3.Keys(bucket).ShouldBe(["assets/app-4f2a9c1b.js"]);
        _shop.Reporter.Warnings.ShouldContain(x => x.Contains("Remove index.html of admin, which the earlier release did not have."));
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before}\"");
    }

    /// <summary>Nothing of the earlier release asks it, and there is nothing that it ran before.</summary>
    [Fact]
    public async Task A_service_that_came_with_the_release_that_failed_is_left_as_it_is_and_that_is_said()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        var worker = _shop.AddService("worker");

        var results = await FailAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack, results[^1].Reason);
        results[^1].Reason.ShouldEndWith($"Release {before} serves again. What it never had is left as it is: worker.");
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
        worker.BroughtBack.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_hand_a_site_that_came_later_loses_its_pages_and_has_them_again_with_the_next_deploy()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        var bucket = _shop.AddSite("admin");
        await SucceedAsync();

        var results = await _shop.GoBackAsync();

        results[0].Look.Changes.Select(x => x.Subject).ShouldBe(
        [
            "Remove index.html of admin, which the earlier release did not have.",
            $"Bring index.html of web back to release {first}.",
            "Make the edge of admin forget index.html.",
            "Make the edge of web forget index.html.",
            "Bring api back to api:2.",
            $"Check that release {first} serves.",
        ]);
        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        _shop.Cloud.S3.Keys(bucket).ShouldBe(["assets/app-4f2a9c1b.js"]);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{first}\"");
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;
        (record.Restores, record.Sites.Keys.Single()).ShouldBe((first, "web"));
        (await PlaceStatus.ReadAsync(_shop.NewPlace(), _shop.Time, default)).Differences.ShouldBeEmpty();
        (await _shop.GoBackAsync(first)).ShouldAllBe(x => x.Outcome!.Kind == OutcomeKind.Unchanged);

        await SucceedAsync();

        _shop.Cloud.S3.Keys(bucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"]);
        (await _shop.CurrentAsync()).Sites.Keys.ShouldBe(["admin", "web"], ignoreOrder: true);
    }

    [Fact]
    public async Task By_hand_nobody_goes_back_to_before_a_service_and_nothing_is_changed()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        var worker = _shop.AddService("worker");
        await SucceedAsync();
        var second = (await _shop.CurrentAsync()).Release;
        var writes = _shop.Cloud.Writes.Count;

        var result = (await _shop.GoBackAsync()).Single();

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Reason.ShouldBe($"Release {first} does not say what worker ran: it had no such service.");
        (_shop.Service.Revision, worker.Revision, _shop.Cloud.Writes.Count).ShouldBe(("api:3", "worker:2", writes));
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
    }

    /// <summary>The current release is the one that never had them; the run that was to bring them was killed.</summary>
    [Fact]
    public async Task By_hand_after_an_interrupted_run_that_brought_a_site_and_a_service_the_pages_go_and_the_service_is_left()
    {
        await _shop.DeployAsync();
        var current = (await _shop.CurrentAsync()).Release;
        var worker = _shop.AddService("worker");
        var bucket = _shop.AddSite("admin");
        _shop.Change("Sale");
        await _shop.DeployAsync(without: ["invalidate", "smoke test", "record"]);
        _shop.Cloud.S3.Keys(bucket).ShouldContain("index.html");
        worker.Revision.ShouldBe("worker:2");

        var results = await _shop.GoBackAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        results[0].Reason.ShouldBe($"Release {current} serves again. What it never had is left as it is: worker.");
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
        worker.BroughtBack.ShouldBeEmpty();
        _shop.Cloud.S3.Keys(bucket).ShouldBe(["assets/app-4f2a9c1b.js"]);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{current}\"");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    private async Task SucceedAsync()
    {
        _shop.Change("Sale");
        var results = await _shop.DeployAsync();
        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        _shop.Time.Advance(60);
    }

    private async Task<IReadOnlyList<StepResult>> FailAsync(IEffectObserver? observer = null)
    {
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        return await _shop.DeployAsync(observer: observer);
    }
}
