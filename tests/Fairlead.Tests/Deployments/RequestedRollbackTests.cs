using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>Going back because somebody asks for it. Needs nothing of a build, and leaves a record.</summary>
public sealed class RequestedRollbackTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task The_last_release_that_was_seen_to_serve_serves_again_pages_first()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        var log = new EffectLog();

        var results = await _shop.GoBackAsync(observer: log);

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe([("roll back", "Succeeded"), ("smoke test", "Succeeded"), ("record", "Succeeded")]);
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(
        [
            $"roll back: PUT /{SmallCloud.SiteBucket}/index.html",
            "roll back: POST /2020-05-31/distribution/E1/invalidation",
            "roll back: bring api back",
        ]);
        (_shop.Service.Revision, _shop.Cloud.ServedRelease).ShouldBe(("api:2", first.ToString()));
        (await _shop.VisitAsync()).ShouldContain($"content=\"{first}\"");
        results[^1].Outcome!.Reason.ShouldBe($"Release {first} is verified, and current again.");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;
        (record.Restores, record.PreviousRelease, record.Verified, record.Outcome).ShouldBe((first, second, true, OutcomeKind.Succeeded));
        record.Steps.Select(x => x.Name).ShouldBe(["roll back", "smoke test"]);
        record.Release.CompareTo(second).ShouldBeGreaterThan(0);
    }

    /// <summary>A rollback has only the stack's names; the copies were made under the build's.</summary>
    [Fact]
    public async Task Where_build_and_stack_call_their_only_site_differently_its_copies_are_found()
    {
        _shop.SiteName = "storefront";
        var (first, _) = await TwoReleasesAsync(_shop);

        (await _shop.GoBackAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");

        (await _shop.VisitAsync()).ShouldContain($"content=\"{first}\"");
    }

    /// <summary>What current.json names is the earlier release itself, not a copy of it under another name.</summary>
    [Fact]
    public async Task Afterwards_a_deploy_of_its_content_changes_nothing_and_one_of_other_content_is_a_release()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        await _shop.GoBackAsync();

        (await _shop.CurrentAsync()).Release.ShouldBe(first);
        _shop.Change("Shop");
        _shop.Pack("one");
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);

        _shop.Change("Sale");
        var again = await _shop.DeployAsync();
        again[^1].Outcome!.Word.ShouldBe("Succeeded");
        var current = await _shop.CurrentAsync();
        current.Release.CompareTo(second).ShouldBeGreaterThan(0);
        current.PreviousRelease.ShouldBe(first);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_writes_nothing()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        var writes = _shop.Cloud.Writes.Count;

        var results = await _shop.GoBackAsync(isDryRun: true);

        results[0].Look.Changes.Select(x => x.Subject).ShouldBe(
        [
            $"Bring index.html of web back to release {first}.",
            "Make the edge of web forget index.html.",
            "Bring api back to api:2.",
            $"Check that release {first} serves.",
        ]);
        results[^1].Look.Reason.ShouldBe($"Release {first} is to be the current one again.");
        _shop.Cloud.Writes.Count.ShouldBe(writes);
        _shop.Service.Revision.ShouldBe("api:3");
    }

    [Fact]
    public async Task To_a_release_that_is_current_and_serves_there_is_nothing_to_do()
    {
        var (_, second) = await TwoReleasesAsync(_shop);
        var writes = _shop.Cloud.Writes.Count;

        var results = await _shop.GoBackAsync(second);

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe([("roll back", "Unchanged"), ("smoke test", "Unchanged"), ("record", "Unchanged")]);
        _shop.Cloud.Writes.Count.ShouldBe(writes);
    }

    [Fact]
    public async Task To_the_current_release_whatever_somebody_altered_comes_back()
    {
        var (_, second) = await TwoReleasesAsync(_shop);
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "index.html", "defaced", "text/html");
        _shop.Service.Run(1);

        var results = await _shop.GoBackAsync(second);

        results[^1].Outcome!.Word.ShouldBe("Succeeded");
        _shop.Service.Revision.ShouldBe("api:3");
        (await _shop.VisitAsync()).ShouldContain($"content=\"{second}\"");
    }

    /// <summary>Back, and forward again: to newer code the services come first, as in a deploy.</summary>
    [Fact]
    public async Task To_a_newer_release_the_services_come_first()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        await _shop.GoBackAsync(first);
        var log = new EffectLog();

        var results = await _shop.GoBackAsync(second, log);

        results[^1].Outcome!.Word.ShouldBe("Succeeded");
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(
        [
            "roll back: bring api back",
            $"roll back: PUT /{SmallCloud.SiteBucket}/index.html",
            "roll back: POST /2020-05-31/distribution/E1/invalidation",
        ]);
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
    }

    [Fact]
    public async Task A_release_that_nobody_saw_serve_is_passed_over()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        _shop.Change("Unseen");
        await _shop.DeployAsync(["smoke test"]);
        _shop.Change("Last");
        await _shop.DeployAsync();
        var second = (await _shop.Ledger.ListAsync(default))[2];

        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();

        (await _shop.CurrentAsync()).Release.ShouldBe(second);
        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();
        (await _shop.CurrentAsync()).Release.ShouldBe(first);
    }

    [Fact]
    public async Task Without_any_release_there_is_none_to_go_back_to()
        => (await RefusedAsync()).ShouldBe("No release is recorded here, so there is none to go back to.");

    [Fact]
    public async Task From_the_first_release_there_is_nothing_before_it()
    {
        await _shop.DeployAsync();

        (await RefusedAsync()).ShouldStartWith("The ledger has no release to go back to: none before the current one was seen to serve");
    }

    [Fact]
    public async Task To_a_release_that_the_ledger_does_not_know_nobody_goes()
    {
        await TwoReleasesAsync(_shop);

        (await RefusedAsync(SomeRelease.Id(77))).ShouldContain("it does not know the one that was asked for");
    }

    [Fact]
    public async Task A_release_that_was_not_smoke_tested_is_refused()
    {
        await _shop.DeployAsync(["smoke test"]);
        var unseen = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        await _shop.DeployAsync();

        (await RefusedAsync(unseen)).ShouldBe($"Release {unseen} was never seen to serve: it was not smoke-tested.");
    }

    [Fact]
    public async Task A_copy_that_is_gone_is_a_reason()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{first}/site/index.html");

        (await RefusedAsync()).ShouldBe("The ledger has no copy of index.html of web.");
    }

    [Fact]
    public async Task What_cannot_be_gone_back_to_is_passed_over_with_the_reason_and_only_where_nobody_named_it()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        _shop.Change("Third");
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{second}/site/index.html");
        (await RefusedAsync(second)).ShouldBe("The ledger has no copy of index.html of web.");

        (await _shop.GoBackAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");

        (await _shop.CurrentAsync()).Release.ShouldBe(first);
        _shop.Reporter.Warnings.ShouldContain($"Release {second} is passed over. The ledger has no copy of index.html of web.");
    }

    [Fact]
    public async Task So_is_one_whose_record_is_lost()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        _shop.Change("Third");
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{second}.json");

        (await _shop.GoBackAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");

        (await _shop.CurrentAsync()).Release.ShouldBe(first);
        _shop.Reporter.Warnings.ShouldContain($"Release {second} is passed over. The record of release {second} is lost.");
    }

    [Fact]
    public async Task Where_none_can_be_gone_back_to_every_one_is_named_with_its_reason()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        _shop.Change("Third");
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{first}/site/index.html");
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{second}/site/index.html");

        (await RefusedAsync()).ShouldBe(
            $"{second}: The ledger has no copy of index.html of web. {first}: The ledger has no copy of index.html of web.");
    }

    [Fact]
    public async Task A_copy_that_is_damaged_is_a_reason()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{first}/site/index.html", "half", "text/html");

        (await RefusedAsync()).ShouldContain("is damaged: it is not what the release published");
    }

    [Fact]
    public async Task An_asset_that_is_gone_is_a_reason()
    {
        await TwoReleasesAsync(_shop);
        _shop.Cloud.S3.Remove(SmallCloud.SiteBucket, "assets/app-4f2a9c1b.js");

        (await RefusedAsync()).ShouldBe($"1 assets that its pages ask for are gone from {SmallCloud.SiteBucket}, such as assets/app-4f2a9c1b.js.");
    }

    [Fact]
    public async Task A_revision_that_is_gone_is_a_reason()
    {
        await TwoReleasesAsync(_shop);
        _shop.Service.RestoreProblem = "Task definition api:2 is not active.";

        (await RefusedAsync()).ShouldBe("Task definition api:2 is not active.");
    }

    [Fact]
    public async Task A_release_that_was_pruned_is_refused()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        (await _shop.PruneAsync(1)).Outcome!.IsSuccess.ShouldBeTrue();

        (await RefusedAsync(first)).ShouldBe($"Release {first} was pruned: its images, task definitions or files are gone.");
    }

    [Fact]
    public async Task Whoever_fails_on_the_way_says_what_serves_records_it_and_is_gone_on_with()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        var failed = await _shop.GoBackAsync();

        failed[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        failed[^1].Outcome!.Reason.ShouldContain($"/ names release {first}");
        failed[^1].Outcome!.Reason.ShouldEndWith("Run Rollback again when the cause is mended.");
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;
        (record.Restores, record.Outcome, record.Verified).ShouldBe((first, OutcomeKind.Failed, false));
        _shop.Checks = [];
        _shop.Time.Advance(60);

        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();

        (await _shop.CurrentAsync()).Release.ShouldBe(first);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Tasks_that_died_before_the_record_are_no_way_back()
    {
        var (_, second) = await TwoReleasesAsync(_shop);
        _shop.Service.Last = new Outcome(OutcomeKind.Failed, "The task that answered has stopped: exit code 137.");

        var results = await _shop.GoBackAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Outcome!.Reason.ShouldStartWith("The task that answered has stopped: exit code 137.");
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
    }

    [Fact]
    public async Task After_an_interrupted_deploy_the_current_release_comes_back_whole()
    {
        var (_, second) = await TwoReleasesAsync(_shop);
        _shop.Write("sale.html", Shop.Index);
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["invalidate", "smoke test", "record"]);
        _shop.Cloud.ServedRelease.ShouldNotBe(second.ToString());

        var results = await _shop.GoBackAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded");
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
        _shop.Service.Revision.ShouldBe("api:3");
        (await _shop.VisitAsync()).ShouldContain($"content=\"{second}\"");
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"]);
        _shop.Cloud.Invalidations[^1].ShouldBe(["/*"]);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>Two people go back at once: the second must not go one further back than what it saw.</summary>
    [Fact]
    public async Task Whoever_waited_while_another_went_back_goes_no_further()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        _shop.Change("Third");
        await _shop.DeployAsync();
        var rollback = new RequestedRollback(_shop.NewPlace(), null, _shop.Settings, _shop.Reporter, _shop.Time);
        await using var run = _shop.Open(rollback, observer: null);
        var step = rollback.Steps(_shop.Checks)[0];
        (await step.LookAsync(default)).NeedsChange.ShouldBeTrue();
        await _shop.GoBackAsync();

        var result = await run.RunAsync(step, default);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Reason.ShouldStartWith($"Nothing was changed: another run made release {second} the current one meanwhile.");
        (await _shop.CurrentAsync()).Release.ShouldBe(second);
        first.ShouldNotBe(second);
    }

    [Fact]
    public async Task Whoever_named_the_release_and_waited_finds_it_done()
    {
        var (first, _) = await TwoReleasesAsync(_shop);
        var rollback = new RequestedRollback(_shop.NewPlace(), first, _shop.Settings, _shop.Reporter, _shop.Time);
        await using (var run = _shop.Open(rollback, observer: null))
        {
            var steps = rollback.Steps(_shop.Checks);
            (await steps[0].LookAsync(default)).NeedsChange.ShouldBeTrue();
            await _shop.GoBackAsync(first);
            var records = (await _shop.Ledger.ListAsync(default)).Count;

            var results = await Shop.RunAsync(run, steps);

            results.ShouldAllBe(x => x.MayGoOn);
            (await _shop.Ledger.ListAsync(default)).Count.ShouldBe(records);
        }

        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await _shop.CurrentAsync()).Release.ShouldBe(first);
    }

    /// <summary>Reverted in the sources too: the deploy makes a release of its own and does not take up what the way back noted.</summary>
    [Fact]
    public async Task A_deploy_of_the_earlier_content_after_a_killed_way_back_is_a_release_of_its_own()
    {
        var (first, second) = await TwoReleasesAsync(_shop);
        await _shop.GoBackAsync(observer: new KillAt(6));
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
        (await _shop.Ledger.ReadIntentAsync(default))!.Release.ShouldBe(first);
        _shop.Change("Shop");
        _shop.Pack("one");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded");
        (await _shop.CurrentAsync()).Release.CompareTo(second).ShouldBeGreaterThan(0);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>Killed before and after each effect, with the release named and without, and run again.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Killed_at_any_effect_the_same_once_more_ends_the_same(bool isNamed)
    {
        var points = 0;
        for (; ; points++)
        {
            await using var shop = new Shop();
            shop.Write("about.html", Shop.Index);
            await shop.DeployAsync();
            var first = (await shop.CurrentAsync()).Release;
            shop.Delete("about.html");
            shop.Write("sale.html", Shop.Index);
            shop.Change("Sale");
            await shop.DeployAsync();
            shop.Time.Advance(60);
            var kill = new KillAt(points);
            var killed = await shop.GoBackAsync(isNamed ? first : null, kill);
            if (!kill.HasKilled)
            {
                killed[^1].Outcome!.Word.ShouldBe("Succeeded");
                break;
            }

            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            shop.Time.Advance(60);
            if (isNamed || (await shop.CurrentAsync()).Release != first || await shop.Ledger.ReadIntentAsync(default) is not null)
            {
                var next = await shop.GoBackAsync(isNamed ? first : null);
                next.ShouldAllBe(x => x.MayGoOn, $"point {points}: {next[^1].Reason}");
            }

            (await shop.CurrentAsync()).Release.ShouldBe(first, $"point {points}");
            (await shop.VisitAsync()).ShouldContain($"content=\"{first}\"", customMessage: $"point {points}");
            (await shop.VisitAsync("/sale.html")).ShouldBe("404", $"point {points}");
            (await shop.VisitAsync("/about.html")).ShouldContain($"content=\"{first}\"", customMessage: $"point {points}");
            (shop.Service.Revision, shop.Cloud.ServedRelease).ShouldBe(("api:2", first.ToString()), $"point {points}");
            shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["about.html", "assets/app-4f2a9c1b.js", "index.html"], $"point {points}");
            (await shop.Ledger.ReadIntentAsync(default)).ShouldBeNull($"point {points}");
        }

        points.ShouldBeGreaterThan(2 * 9, "At least: lock, intent, two pages, page gone, invalidation, service, record, current, intent gone, lock.");
    }

    private async Task<string> RefusedAsync(ReleaseId? to = null)
    {
        var (writes, revision) = (_shop.Cloud.Writes.Count, _shop.Service.Revision);

        var result = (await _shop.GoBackAsync(to)).Single();

        (result.Step, result.Outcome!.Kind).ShouldBe(("roll back", OutcomeKind.Failed));
        (_shop.Cloud.Writes.Count, _shop.Service.Revision).ShouldBe((writes, revision));
        return result.Reason;
    }

    private static async Task<(ReleaseId First, ReleaseId Second)> TwoReleasesAsync(Shop shop)
    {
        await shop.DeployAsync();
        var first = (await shop.CurrentAsync()).Release;
        shop.Change("Sale");
        (await shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");
        var second = (await shop.CurrentAsync()).Release;
        shop.Time.Advance(60);
        return (first, second);
    }
}
