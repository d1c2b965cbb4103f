using System.Diagnostics;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>What serves at a place, and where that is not what the ledger says.</summary>
public sealed class PlaceStatusTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task Where_all_is_as_recorded_there_is_no_difference_and_everything_was_asked()
    {
        await _shop.DeployAsync();
        var current = await _shop.CurrentAsync();
        var writes = _shop.Cloud.Writes.Count;

        var status = await ReadAsync();

        status.Differences.ShouldBeEmpty();
        status.Lines.ShouldBe(
        [
            "Place     a small cloud",
            $"URL       {_shop.Cloud.PublicUrl.AbsoluteUri.TrimEnd('/')}",
            $"Release   {current.Release}, Succeeded at {current.Finished:u} by {current.Who}",
            $"Page      {Page} names release {current.Release}",
            $"Service   api (api): 1 of 1 running, COMPLETED, release {current.Release}",
            $"Served    {Health} serves release {current.Release}",
        ]);
        _shop.Cloud.Writes.Count.ShouldBe(writes);
    }

    [Fact]
    public async Task Before_the_first_release_nothing_differs_from_it()
    {
        var status = await ReadAsync();

        status.Differences.ShouldBeEmpty();
        status.Lines.ShouldContain("Release   none is recorded");
        status.Lines.ShouldContain($"Page      {Page} answers 404");
    }

    [Fact]
    public async Task A_page_that_somebody_altered_is_named()
    {
        var release = await DeployedAsync();
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "index.html", "defaced", "text/html");
        _shop.Cloud.Expire();

        (await DifferencesAsync()).ShouldBe([$"The page {Page} names no release, not release {release}."]);
    }

    [Fact]
    public async Task A_service_that_answers_as_another_release_is_named()
    {
        var release = await DeployedAsync();
        _shop.Cloud.ServedRelease = SomeRelease.Id(7).ToString();

        (await DifferencesAsync()).ShouldBe([$"api: {Health} serves release {SomeRelease.Id(7)}, not release {release}."]);
    }

    [Fact]
    public async Task A_service_that_is_down_is_named_with_its_answer()
    {
        var release = await DeployedAsync();
        _shop.Cloud.ServedRelease = null;

        (await DifferencesAsync()).ShouldBe([$"api: {Health}: it answered 503 with the body: no release, not release {release}."]);
    }

    [Fact]
    public async Task A_host_that_runs_another_revision_is_named()
    {
        var release = await DeployedAsync();
        _shop.Service.Run(1);
        _shop.Cloud.ServedRelease = release.ToString();

        (await DifferencesAsync()).ShouldBe(
        [
            $"api: its host is told to run release none, not {release}.",
            "api: it runs api:1, and the release recorded api:2.",
        ]);
    }

    [Fact]
    public async Task Tasks_that_do_not_run_are_named()
    {
        await DeployedAsync();
        _shop.Service.RunningCount = 0;

        (await DifferencesAsync()).ShouldBe(["api: only 0 of 1 run."]);
    }

    [Fact]
    public async Task Another_image_than_the_recorded_one_is_named()
    {
        using var output = new Containers.PublishOutput();
        output.Write("Shop.Api.dll", "one");
        _shop.ImageDirectory = (await new Fairlead.Containers.ImageBuilder().BuildAsync(output.Options, output.Layout("one"))).Image.LayoutDirectory;
        await DeployedAsync();
        var manifest = await _shop.CurrentAsync();
        var digest = manifest.Services["api"].ImageDigest!;
        var other = $"sha256:{new string('0', 64)}";
        var key = $"{Shop.Prefix}/releases/{manifest.Release}.json";
        _shop.Cloud.S3.Put(
            SmallCloud.LedgerBucket, key, _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, key)!.Text.Replace(digest, other, StringComparison.Ordinal));

        (await DifferencesAsync()).ShouldBe([$"api: it runs the image {digest}, and the release recorded {other}."]);
    }

    [Fact]
    public async Task A_run_that_did_not_end_is_named()
    {
        var release = await DeployedAsync();
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["roll out", "switch", "invalidate", "smoke test", "record"]);
        var intent = (await _shop.Ledger.ReadIntentAsync(default))!;
        intent.Release.ShouldNotBe(release);

        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldBe($"A run of {intent.Owner} began release {intent.Release} on {intent.Started:u}, and it is "
            + "not recorded; what that run wrote may be of that release.");
    }

    [Fact]
    public async Task A_run_that_is_under_way_is_told_with_who_runs_it()
    {
        await DeployedAsync();
        _shop.Change("Sale");
        var deployment = _shop.NewDeployment();
        await using (var run = _shop.Open(deployment))
        {
            (await run.RunAsync(_shop.StepsOf(deployment, "assets")[0], default)).MayGoOn.ShouldBeTrue();
            var intent = (await _shop.Ledger.ReadIntentAsync(default))!;

            (await DifferencesAsync()).ShouldBe(
                [$"{_shop.Settings.Owner} is working here at this moment: release {intent.Release} was begun on {intent.Started:u}."]);
            (await ReadAsync()).Next.ShouldBe("Ask again when that run has ended.");

            await _shop.RunAsync(deployment, run, ["assets"]);
        }

        (await DifferencesAsync()).ShouldBeEmpty();
    }

    /// <summary>Nobody elsewhere can know of a killed run before its lock has expired: 2 min after it was written, and 30 s for what may still be under way.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_was_killed_is_told_from_one_that_works_when_its_lock_has_expired_or_is_gone(bool isGone)
    {
        await DeployedAsync();
        _shop.Change("Sale");
        var kill = new KillAt(4);
        await _shop.DeployAsync(observer: kill);
        kill.HasKilled.ShouldBeTrue();
        var intent = (await _shop.Ledger.ReadIntentAsync(default))!;
        _shop.Time.Advance(140);
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldStartWith($"{_shop.Settings.Owner} is working here at this moment");

        if (isGone)
        {
            _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
        }
        else
        {
            _shop.Time.Advance(20);
        }

        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldBe($"A run of {intent.Owner} began release {intent.Release} on {intent.Started:u}, and it is "
            + "not recorded; what that run wrote may be of that release.");
    }

    [Fact]
    public async Task Where_the_lock_cannot_be_read_nobody_says_that_a_run_did_not_end()
    {
        await DeployedAsync();
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["roll out", "switch", "invalidate", "smoke test", "record"]);
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json", "{");

        var difference = (await DifferencesAsync()).ShouldHaveSingleItem();

        difference.ShouldContain("whether it still works here is not known. The ledger cannot be read.");
        difference.ShouldContain("lock.json");
    }

    [Theory]
    [InlineData("current.json")]
    [InlineData("in-progress.json")]
    [InlineData("lock.json")]
    public async Task A_ledger_that_is_damaged_is_named_with_the_command_that_mends(string name)
    {
        await DeployedAsync();
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/{name}", "{");

        var difference = (await DifferencesAsync()).ShouldHaveSingleItem();

        difference.ShouldStartWith($"The ledger cannot be read. s3://{SmallCloud.LedgerBucket}/{Shop.Prefix}/{name} is damaged");
        difference.ShouldContain("./build.sh RepairLedger");
        (await ReadAsync()).Next.ShouldBe("./build.sh RepairLedger mends the ledger; before that nothing is deployed or gone back to.");
    }

    [Fact]
    public async Task When_every_record_is_lost_what_serves_differs_from_that()
    {
        var release = await DeployedAsync();
        foreach (var key in _shop.Cloud.S3.Keys(SmallCloud.LedgerBucket))
        {
            _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, key);
        }

        var status = await ReadAsync();

        status.Differences.ShouldBe(
        [
            $"No release is recorded as the current one, although the page {Page} names release {release}, and the host of api is told to run release "
                + $"{release}, and {Health} serves release {release}.",
        ]);
        status.Next.ShouldBe("./build.sh Deploy records anew what it deploys.");
    }

    [Fact]
    public async Task A_page_that_never_was_deployed_from_here_is_no_lost_release()
    {
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "index.html", "<html><head><meta name=\"release\" content=\"v7\"></head></html>", "text/html");

        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_that_failed_and_was_left_is_told_with_its_reason_and_what_comes_next()
    {
        await DeployedAsync();
        _shop.Change("Bad");
        _shop.Checks = [Fairlead.Verification.Smoke.Get("/").Contains("nobody says that")];
        var failed = (await _shop.DeployAsync(settings: x => x with { RollsBack = false }))[^1];
        failed.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;

        var status = await ReadAsync();

        status.Differences[0].ShouldStartWith(
            $"Release {record.Release} ended Failed at {record.Finished:u}, and what it had changed was left: Smoke checks failed");
        status.Next.ShouldBe("When the cause is mended, run ./build.sh Deploy again; or go back with ./build.sh Rollback.");
    }

    [Fact]
    public async Task A_first_release_that_failed_has_nothing_to_go_back_to()
    {
        _shop.Checks = [Fairlead.Verification.Smoke.Get("/").Contains("nobody says that")];
        await _shop.DeployAsync();
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;

        var status = await ReadAsync();

        status.Differences.ShouldHaveSingleItem().ShouldStartWith($"Release {record.Release} ended Failed at {record.Finished:u}");
        status.Next.ShouldBe("When the cause is mended, run ./build.sh Deploy again.");
    }

    [Fact]
    public async Task A_way_back_that_failed_is_told_as_one()
    {
        var first = await DeployedAsync();
        _shop.Change("Sale");
        await DeployedAsync();
        _shop.Time.Advance(60);
        _shop.Checks = [Fairlead.Verification.Smoke.Get("/").Contains("nobody says that")];
        await _shop.GoBackAsync();
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;

        var status = await ReadAsync();

        status.Differences[0].ShouldStartWith($"Going back to release {first} ended Failed at {record.Finished:u}, and what it had changed was left: Smoke");
        status.Next.ShouldBe("When the cause is mended, run ./build.sh Rollback again.");
    }

    [Fact]
    public async Task A_release_that_is_recorded_while_the_edge_still_has_to_forget_is_not_told_as_unended()
    {
        await DeployedAsync();
        _shop.Change("Sale");
        await _shop.DeployAsync(without: ["invalidate", "smoke test"]);
        var release = (await _shop.CurrentAsync()).Release;
        _shop.Cloud.Expire();

        (await DifferencesAsync()).ShouldBe(
            [$"Release {release} is recorded, and something is still to be done: the edge may hold copies of earlier pages."]);
    }

    [Fact]
    public async Task A_run_that_put_a_release_right_and_did_not_say_that_it_ended_is_told_as_that()
    {
        var release = await DeployedAsync();
        _shop.Time.Advance(60);
        _shop.Service.Run(1);
        await _shop.DeployAsync(without: ["assets", "migrate", "switch", "invalidate", "smoke test", "record"]);
        var intent = (await _shop.Ledger.ReadIntentAsync(default))!;

        (await DifferencesAsync())[0].ShouldBe(
            $"A run of {intent.Owner} began to put release {release} right on {intent.Started:u}, and did not say that it ended.");
    }

    [Fact]
    public async Task What_the_migration_left_the_database_at_is_said()
    {
        using var output = new Containers.PublishOutput();
        output.Write("Shop.Api.dll", "one");
        _shop.ImageDirectory = (await new Fairlead.Containers.ImageBuilder().BuildAsync(output.Options, output.Layout("one"))).Image.LayoutDirectory;
        _shop.MigrateCommand = ["migrate"];
        _shop.Service.MigrationOutput = ["""fairlead-schema: {"before":"8","after":"9","oldest":"8"}"""];
        await DeployedAsync();

        (await ReadAsync()).Lines.ShouldContain("Schema    api was left at 9 by its migration, which serves code from 8 on");
    }

    [Fact]
    public async Task Two_services_and_two_sites_are_told_apart()
    {
        var worker = new FakeServiceHost("worker", _ => { });
        _shop.Cloud.S3.Create("shop-admin");
        _shop.Parts = x => new ReleaseParts([.. x.Services, x.Services[0] with { Name = "worker" }], [.. x.Sites, x.Sites[0] with { Name = "admin" }]);
        _shop.Stack = x => x with
        {
            Services = [.. x.Services, new StackService("worker", new FakeServiceOutputs(worker, IsForImages: false))],
            Sites = [.. x.Sites, new StackSite("admin", "shop-admin") { Url = new Uri("http://127.0.0.1:9/") }],
        };
        _shop.Checks = [];
        (await _shop.DeployAsync()).ShouldAllBe(x => x.MayGoOn);
        var release = (await _shop.CurrentAsync()).Release;
        worker.Run(1);

        var status = await ReadAsync();

        status.Lines.ShouldContain($"Service   api (api): 1 of 1 running, COMPLETED, release {release}");
        status.Lines.ShouldContain("Service   worker (worker): 1 of 1 running, COMPLETED, release none");
        status.Differences.Count.ShouldBe(3);
        status.Differences[0].ShouldStartWith("The page http://127.0.0.1:9/ cannot be reached");
        status.Differences[1].ShouldBe($"worker: its host is told to run release none, not {release}.");
        status.Differences[2].ShouldBe("worker: it runs worker:1, and the release recorded worker:2.");
    }

    [Fact]
    public async Task Where_nobody_can_ask_it_is_said_and_no_difference()
    {
        await _shop.DeployAsync();
        _shop.Unserved = "The registry host is another.";
        _shop.Cloud.ServedRelease = null;

        var status = await ReadAsync();

        status.Differences.ShouldBeEmpty();
        status.Lines[^1].ShouldBe("Served    not asked: The registry host is another.");
    }

    /// <summary>All are asked at once, and none is waited for longer than the others: not the sum of the waits but one of them.</summary>
    [Fact]
    public async Task When_nobody_answers_each_is_named_and_it_takes_no_longer_than_for_one()
    {
        await DeployedAsync();
        using var silence = new ManualResetEventSlim();
        _shop.Cloud.Instead = _ =>
        {
            silence.Wait(TimeSpan.FromMinutes(1));
            return null;
        };
        _shop.Cloud.Visited = () => silence.Wait(TimeSpan.FromMinutes(1));
        _shop.Service.WhenAsked = token => Task.Delay(Timeout.InfiniteTimeSpan, token);
        var began = Stopwatch.GetTimestamp();

        var status = await ReadAsync(Patience);

        var took = Stopwatch.GetElapsedTime(began);
        silence.Set();
        status.Differences.ShouldBe(["The ledger does not answer within 0.3 s.", "The service host of api does not answer within 0.3 s."]);
        status.Lines.ShouldContain($"Page      {Page} does not answer within 0.3 s");
        status.Lines.ShouldContain(x => x.StartsWith($"Served    {Health}: it did not answer within", StringComparison.Ordinal));
        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    private string Page => $"{_shop.Cloud.PublicUrl.AbsoluteUri.TrimEnd('/')}/";

    private string Health => $"{_shop.Cloud.PublicUrl.AbsoluteUri.TrimEnd('/')}{SmallCloud.HealthPath}";

    private async Task<ReleaseId> DeployedAsync()
    {
        (await _shop.DeployAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();
        return (await _shop.CurrentAsync()).Release;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync() => (await ReadAsync()).Differences;

    private Task<PlaceStatus> ReadAsync(TimeSpan? patience = null)
        => PlaceStatus.ReadAsync(_shop.NewPlace(), _shop.Time, default, patience);
}
