using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>Parts that are called otherwise than in the release before: they are known by their host or bucket, and where there is one of a kind it is
/// the same one.</summary>
public sealed class RenamedPartsTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task The_only_service_goes_back_under_its_new_name()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Rename("api", "backend");

        var results = await FailAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        (_shop.Service.Revision, _shop.Cloud.ServedRelease).ShouldBe(("api:2", before.ToString()));
    }

    [Fact]
    public async Task The_only_service_goes_back_by_hand_under_its_new_name()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Rename("api", "backend");
        await SucceedAsync();

        var results = await _shop.GoBackAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        (_shop.Service.Revision, _shop.Cloud.ServedRelease).ShouldBe(("api:2", before.ToString()));
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;
        record.Services.Keys.ShouldBe(["backend"]);
    }

    /// <summary>The pages of the only site are those of the release before, and what left it is known.</summary>
    [Fact]
    public async Task Pages_that_left_the_only_site_go_under_its_new_name()
    {
        _shop.Write("about.html", Shop.Index);
        await _shop.DeployAsync();
        _shop.Delete("about.html");
        _shop.SiteName = "storefront";

        await SucceedAsync();

        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"]);
    }

    [Fact]
    public async Task One_of_several_services_is_known_by_its_host_and_goes_back_under_its_new_name()
    {
        var worker = _shop.AddService("worker");
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Rename("worker", "jobs");

        var results = await FailAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Reason.ShouldEndWith($"Release {before} serves again.");
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
    }

    [Fact]
    public async Task One_of_several_sites_is_known_by_its_bucket_and_goes_back_under_its_new_name()
    {
        var bucket = _shop.AddSite("admin");
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Rename("admin", "office");

        var results = await FailAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack, results[^1].Reason);
        _shop.Cloud.S3.Find(bucket, "index.html")!.Text.ShouldContain($"content=\"{before}\"");
    }

    [Fact]
    public async Task Two_that_swap_their_names_are_not_taken_for_each_other()
    {
        var worker = _shop.AddService("worker");
        var jobs = _shop.AddService("jobs");
        await _shop.DeployAsync();
        _shop.Rename("worker", "interim");
        _shop.Rename("jobs", "worker");
        _shop.Rename("interim", "jobs");
        var recorded = await _shop.CurrentAsync();

        var current = (await _shop.NewDeployment().CurrentAsync(default)).ShouldNotBeNull();

        current.Services["jobs"].ShouldBe(recorded.Services["worker"]);
        current.Services["worker"].ShouldBe(recorded.Services["jobs"]);
        (worker.Revision, jobs.Revision).ShouldBe(("worker:2", "jobs:2"));
    }

    [Fact]
    public async Task By_hand_they_go_back_under_their_new_names_too()
    {
        var worker = _shop.AddService("worker");
        var bucket = _shop.AddSite("admin");
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Rename("worker", "jobs");
        _shop.Rename("admin", "office");
        await SucceedAsync();

        var results = await _shop.GoBackAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
        _shop.Cloud.S3.Find(bucket, "index.html")!.Text.ShouldContain($"content=\"{before}\"");
    }

    /// <summary>Records of version 1 and the first of version 2 do not say the hosts.</summary>
    [Fact]
    public async Task Where_a_record_does_not_say_its_hosts_another_name_is_another_part()
    {
        var worker = _shop.AddService("worker");
        await _shop.DeployAsync();
        var current = await _shop.CurrentAsync();
        var key = $"{Shop.Prefix}/releases/{current.Release}.json";
        var lines = _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, key)!.Text.Split('\n').Where(x => !x.Contains("\"host\":", StringComparison.Ordinal));
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, key, string.Join('\n', lines));
        _shop.Rename("worker", "jobs");

        var results = await FailAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Reason.ShouldEndWith($"Release {current.Release} serves again. What it never had is left as it is: jobs.");
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:3"));
        worker.BroughtBack.ShouldBeEmpty();
    }

    /// <summary>The release before had one, so did the build; only the stack has several, and which of them it was nobody can say.</summary>
    [Theory]
    [InlineData(false, "api", "web")]
    [InlineData(true, "worker", "admin")]
    public async Task What_the_only_part_of_a_release_was_is_not_guessed_where_the_stack_has_several(bool isOnlyPart, string service, string site)
    {
        await _shop.DeployAsync();
        var release = (await _shop.CurrentAsync()).Release;
        _shop.AddService("worker");
        _shop.AddSite("admin");
        if (isOnlyPart)
        {
            var parts = _shop.Parts;
            _shop.Parts = x => new ReleaseParts([.. parts(x).Services.Where(x => x.Name == service)], [.. parts(x).Sites.Where(x => x.Name == site)]);
        }

        var current = (await _shop.NewDeployment().CurrentAsync(default)).ShouldNotBeNull();

        current.Release.ShouldBe(release);
        (current.Services.Keys.Single(), current.Sites.Keys.Single()).ShouldBe(("api", "web"));
    }

    [Fact]
    public async Task The_only_parts_of_a_release_are_those_of_today_where_build_and_stack_have_one_each()
    {
        await _shop.DeployAsync();
        var recorded = await _shop.CurrentAsync();
        _shop.Rename("api", "backend");
        _shop.Rename("web", "storefront");

        var current = (await _shop.NewDeployment().CurrentAsync(default)).ShouldNotBeNull();

        current.Services.Single().ShouldBe(KeyValuePair.Create("backend", recorded.Services["api"]));
        current.Sites.Single().Key.ShouldBe("storefront");
        current.Sites["storefront"].ShouldBe(recorded.Sites["web"], ignoreOrder: true);
    }

    [Fact]
    public async Task Of_two_parts_of_a_release_the_one_that_is_left_is_known_by_its_host_or_bucket()
    {
        var (parts, stack) = (_shop.Parts, _shop.Stack);
        _shop.AddService("worker");
        _shop.AddSite("admin");
        await _shop.DeployAsync();
        (_shop.Parts, _shop.Stack) = (parts, stack);
        _shop.Rename("api", "backend");
        _shop.Rename("web", "storefront");

        var current = (await _shop.NewDeployment().CurrentAsync(default)).ShouldNotBeNull();

        current.Services.Keys.ShouldBe(["backend", "worker"], ignoreOrder: true);
        current.Sites.Keys.ShouldBe(["admin", "storefront"], ignoreOrder: true);
    }

    private async Task SucceedAsync()
    {
        _shop.Change("Sale");
        var results = await _shop.DeployAsync();
        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        _shop.Time.Advance(60);
    }

    private async Task<IReadOnlyList<StepResult>> FailAsync()
    {
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        return await _shop.DeployAsync();
    }
}
