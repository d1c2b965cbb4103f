using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>Releases of a shop, made by the steps of this program in a small cloud.</summary>
public sealed class DeploymentTests : IAsyncLifetime
{
    private static readonly string[] WithoutSmokeTest = ["smoke test"];
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_release_is_made_verified_and_recorded()
    {
        var results = await _shop.DeployAsync();

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe(
        [
            ("upload assets of web", "Succeeded"),
            ("migrate api", null),
            ("roll out api", "Succeeded"),
            ("switch web", "Succeeded"),
            ("invalidate web", "Succeeded"),
            ("smoke test", "Succeeded"),
            ("record", "Succeeded"),
        ]);
        var manifest = await _shop.CurrentAsync();
        (manifest.Version, manifest.Outcome, manifest.Verified).ShouldBe((2, OutcomeKind.Succeeded, true));
        manifest.Services.ShouldBe(
            [KeyValuePair.Create("api", new ReleasedService { Host = "fake: Fake = api", Revision = "api:2", PreviousRevision = "api:1" })]);
        manifest.Sites["web"].Keys.ShouldBe(["index.html", "assets/app-4f2a9c1b.js"], ignoreOrder: true);
        manifest.Steps.Select(x => x.Name).ShouldBe(results.SkipLast(1).Select(x => x.Step));
        results[^1].Outcome!.Reason.ShouldBe($"Release {manifest.Release} is verified and recorded.");
        (await _shop.VisitAsync()).ShouldContain($"content=\"{manifest.Release}\"");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_once_more_writes_nothing_anywhere_and_asks_little()
    {
        await _shop.DeployAsync();
        var (writes, requests) = (_shop.Cloud.Writes.Count, _shop.Cloud.Requests.Count());

        var results = await _shop.DeployAsync();

        // Which release is current, its manifest with what was corrected since, the site, and whether a run was interrupted.
        (_shop.Cloud.Requests.Count() - requests).ShouldBe(5, string.Join('\n', _shop.Cloud.Requests.Skip(requests).Select(x => x.Path)));
        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe(
        [
            ("upload assets of web", "Unchanged"),
            ("migrate api", null),
            ("roll out api", "Unchanged"),
            ("switch web", "Unchanged"),
            ("invalidate web", "Unchanged"),
            ("smoke test", "Unchanged"),
            ("record", "Unchanged"),
        ]);
        results[^1].Reason.ShouldBe($"Release {(await _shop.CurrentAsync()).Release} serves and is recorded.");
        _shop.Cloud.Writes.Count.ShouldBe(writes);
    }

    [Fact]
    public async Task A_release_is_the_content_that_an_earlier_program_recorded()
    {
        var deployment = _shop.NewDeployment();

        // As version 1 had it: image, site, configuration.
        (await deployment.ContentAsync()).ShouldBe(ContentDigest.Of(
            null, (await deployment.Sites[0].ContentAsync()).Digest, await deployment.ConfigurationDigestAsync()));
    }

    [Fact]
    public async Task A_dry_run_of_everything_writes_nothing()
    {
        var deployment = _shop.NewDeployment();
        await using var run = new ReleaseRun(deployment, new ReleaseRunOptions { DryRun = true }, _shop.Reporter, _shop.Time);
        deployment.Results = () => run.Results;

        var results = await _shop.RunAsync(deployment, run, []);

        results.ShouldAllBe(x => x.Outcome == null && x.MayGoOn);
        results.Where(x => x.Look.NeedsChange).Select(x => x.Step).ShouldBe(
            ["upload assets of web", "roll out api", "switch web", "invalidate web", "record"]);
        _shop.Cloud.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Left_out_smoke_tests_verify_nothing_and_later_ones_do()
    {
        var results = await _shop.DeployAsync(WithoutSmokeTest);

        var release = (await _shop.CurrentAsync()).Release;
        results[^1].Outcome.ShouldBe(
            Outcome.Succeeded($"Release {release} is recorded; whether it serves was not seen. The smoke tests did not run.") with { NotSmokeTested = true });
        (await _shop.CurrentAsync()).Verified.ShouldBeFalse();
        (await _shop.CurrentAsync()).Reason.ShouldBe("It was not smoke-tested. The smoke tests did not run.");

        (await _shop.DeployAsync(WithoutSmokeTest))[^1].Outcome!.Word.ShouldBe("Unchanged (not smoke-tested)");
        (await _shop.CurrentAsync()).Verified.ShouldBeFalse();

        var verified = (await _shop.DeployAsync())[^1].Outcome!;
        (verified.Word, verified.Reason).ShouldBe(("Succeeded", $"Release {release} is verified now, and recorded as such."));
        (await _shop.CurrentAsync()).Verified.ShouldBeTrue();
        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task Without_checks_nothing_is_verified()
    {
        _shop.Checks = [];

        var results = await _shop.DeployAsync();

        results.Single(x => x.Step == "smoke test").Outcome.ShouldBeNull();
        results[^1].Outcome!.Word.ShouldBe("Succeeded (not smoke-tested)");
        (await _shop.CurrentAsync()).Verified.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nobody_can_ask_nothing_is_verified_and_it_is_said_why()
    {
        _shop.Unserved = "The registry host is another.";

        var results = await _shop.DeployAsync();

        results.Single(x => x.Step == "roll out api").Outcome!.Word.ShouldBe("Succeeded (not smoke-tested)");
        results.Single(x => x.Step == "smoke test").Outcome.ShouldBeNull();
        results[^1].Reason.ShouldEndWith("whether it serves was not seen. The registry host is another.");
        (await _shop.CurrentAsync()).Verified.ShouldBeFalse();
        (await _shop.DeployAsync()).Single(x => x.Step == "roll out api").Outcome!.Word.ShouldBe("Unchanged (not smoke-tested)");
    }

    [Fact]
    public async Task An_object_that_somebody_altered_is_put_right_and_the_edge_forgets_it()
    {
        await _shop.DeployAsync();
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "assets/app-4f2a9c1b.js", "let shop = 666;", "text/javascript");
        (await _shop.VisitAsync("/assets/app-4f2a9c1b.js")).ShouldBe("let shop = 666;");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded (mended: 1 object)");
        _shop.Cloud.Invalidations[^1].ShouldBe(["/assets/app-4f2a9c1b.js"]);
        (await _shop.VisitAsync("/assets/app-4f2a9c1b.js")).ShouldBe("let shop = 1;");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task A_service_and_a_page_that_somebody_altered_are_put_right_and_both_are_told()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "index.html", "defaced", "text/html");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded (mended: service api, 1 object)");
        (await _shop.VisitAsync()).ShouldContain((await _shop.CurrentAsync()).Release.ToString());
    }

    [Fact]
    public async Task What_an_interrupted_run_of_the_same_release_may_have_left_is_put_right_and_told()
    {
        await _shop.DeployAsync();
        var current = await _shop.CurrentAsync();
        await _shop.Ledger.WriteIntentAsync(new ReleaseIntent(current.Release, current.Content, "mira@desk", SomeRelease.Noon), default);
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "index.html", "half", "text/html");
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "assets/app-4f2a9c1b.js", "half", "text/javascript");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded (mended: 2 objects, what the run of mira@desk left)");
        _shop.Cloud.Invalidations[^1].ShouldBe(["/*"]);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>Two runs found the same to put right; the second had to wait for the first.</summary>
    [Fact]
    public async Task A_run_that_finds_all_put_right_under_the_lock_leaves_no_intent()
    {
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.SiteBucket, "index.html");
        var deployment = _shop.NewDeployment();
        await using (var run = _shop.Open(deployment))
        {
            (await _shop.StepsOf(deployment, "switch")[0].LookAsync(default)).NeedsChange.ShouldBeTrue();
            await _shop.DeployAsync();

            var results = await _shop.RunAsync(deployment, run, []);

            results.ShouldAllBe(x => x.Outcome == null || x.Outcome.IsSuccess);
        }

        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Unchanged");
    }

    [Fact]
    public async Task Entry_points_of_the_release_before_go_with_the_switch_and_nothing_else_does()
    {
        _shop.Write("about.html", Shop.Index);
        await _shop.DeployAsync();
        (await _shop.VisitAsync("/about.html")).ShouldContain("Shop");
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "uploads/cat.jpg", "a cat", "image/jpeg");
        _shop.Cloud.S3.Put(SmallCloud.SiteBucket, "hand.html", "by hand", "text/html");
        _shop.Delete("about.html");
        _shop.Write("assets/app-4f2a9c1b.js", "let shop = 2;");
        _shop.Change("Sale");

        var results = await _shop.DeployAsync();

        results.Single(x => x.Step == "switch web").Outcome!.Reason.ShouldEndWith("Took away about.html, not of this release.");
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "hand.html", "index.html", "uploads/cat.jpg"]);
        (await _shop.VisitAsync("/about.html")).ShouldBe("404");
    }

    [Fact]
    public async Task Entry_points_that_an_interrupted_run_wrote_go_too()
    {
        await _shop.DeployAsync();
        _shop.Write("sale.html", Shop.Index);
        _shop.Change("Sale");
        await _shop.DeployAsync(without: ["invalidate", "smoke test", "record"]);
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldContain("sale.html");
        _shop.Delete("sale.html");
        _shop.Change("Other");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.IsSuccess.ShouldBeTrue();
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"]);
        _shop.Cloud.Invalidations[^1].ShouldBe(["/*"]);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_release_that_fails_its_smoke_tests_goes_back_pages_first_and_serves_as_before()
    {
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        var log = new EffectLog();

        var results = await _shop.DeployAsync(observer: log);

        results[^1].Step.ShouldBe("smoke test");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Outcome!.Reason.ShouldEndWith($"Release {before.Release} serves again.");
        log.Begun.Where(x => x.StartsWith("roll back", StringComparison.Ordinal)).ShouldBe(
        [
            $"roll back: PUT /{SmallCloud.SiteBucket}/index.html",
            "roll back: POST /2020-05-31/distribution/E1/invalidation",
            "roll back: bring api back",
        ]);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before.Release}\"");
        (_shop.Service.Revision, _shop.Cloud.ServedRelease).ShouldBe(("api:2", before.Release.ToString()));
        (await _shop.CurrentAsync()).Release.ShouldBe(before.Release);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        var failed = await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default);
        (failed!.Outcome, failed.Verified, failed.Steps[^1].Name, failed.Steps[^1].Outcome).ShouldBe(
            (OutcomeKind.RolledBack, false, "smoke test", OutcomeKind.Failed));
    }

    [Fact]
    public async Task A_way_back_whose_copies_are_gone_is_not_begun_and_what_serves_is_said()
    {
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{before.Release}/site/index.html");

        var results = await _shop.DeployAsync();

        var release = (await _shop.Ledger.ListAsync(default))[0];
        _shop.Reporter.Warnings.ShouldContain(
            $"If this deploy fails, release {before.Release} cannot be gone back to. The ledger has no copy of index.html of web.");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Outcome!.Reason.ShouldContain("Nothing was rolled back: The ledger has no copy of index.html of web.");
        results[^1].Outcome!.Reason.ShouldContain($"/ names release {release}");
        _shop.Service.Revision.ShouldBe("api:3");
        (await _shop.Ledger.ReadIntentAsync(default))!.Release.ShouldBe(release);
    }

    /// <summary>A copy that is there is not yet the page that it was taken of: it is looked at before the first step of a way back, not when it is written.</summary>
    [Fact]
    public async Task A_way_back_whose_copies_are_damaged_is_not_begun_and_the_copy_is_named()
    {
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        var copy = $"{Shop.Prefix}/releases/{before.Release}/site/index.html";
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, copy, "<html>half", "text/html");
        var log = new EffectLog();

        var results = await _shop.DeployAsync(observer: log);

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Outcome!.Reason.ShouldContain($"Nothing was rolled back: s3://{SmallCloud.LedgerBucket}/{copy} is damaged: it is not what the release "
            + "published. Mend it with ./build.sh RepairLedger.");
        log.Begun.ShouldNotContain(x => x.StartsWith("roll back", StringComparison.Ordinal));
        (await _shop.VisitAsync()).ShouldContain("Sale");
    }

    /// <summary>One site is the same one whatever it is called. Taken for another, all its pages would be those of the failed release, and go.</summary>
    [Fact]
    public async Task A_site_that_the_build_calls_otherwise_by_now_keeps_its_pages_on_the_way_back()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.SiteName = "storefront";
        _shop.Change("Sale");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);

        (await _shop.VisitAsync()).ShouldContain($"content=\"{first}\"");
    }

    [Fact]
    public async Task Whoever_requires_a_way_back_is_refused_before_anything_is_changed()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        _shop.Service.RestoreProblem = "Task definition api:2 is not active.";

        var results = await _shop.DeployAsync(settings: x => x with { RequiresRollback = true });

        results.Single().Outcome!.Reason.ShouldContain("Task definition api:2 is not active.");
        _shop.Service.Revision.ShouldBe("api:2");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await _shop.Ledger.ListAsync(default)).Count.ShouldBe(1);
        _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
    }

    [Fact]
    public async Task A_failure_that_stays_is_noted_although_the_step_that_failed_is_the_only_one_that_changed_something()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        _shop.Service.NextRollout = new Outcome(OutcomeKind.Failed, "It answers 503.");

        var results = await _shop.DeployAsync(["assets"], x => x with { RollsBack = false });

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        var failed = await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default);
        failed!.Steps.Select(x => x.Name).ShouldBe(["migrate api", "roll out api"]);
        (await _shop.Ledger.ReadIntentAsync(default))!.Release.ShouldBe(failed.Release);
    }

    [Fact]
    public async Task What_an_interrupted_run_left_stays_noted_when_the_next_fails_before_it_changed_anything_and_does_not_go_back()
    {
        await _shop.DeployAsync();
        _shop.Write("sale.html", Shop.Index);
        _shop.Change("Sale");
        await _shop.DeployAsync(without: ["invalidate", "smoke test", "record"]);
        _shop.Delete("sale.html");
        _shop.Change("Other");
        _shop.Cloud.Instead = x => x.Method == "PUT" && x.Path.Contains("/site/index.html", StringComparison.Ordinal)
            ? new ScriptedResponse(403, "<Error><Code>AccessDenied</Code></Error>")
            : null;

        var results = await _shop.DeployAsync(settings: x => x with { RollsBack = false });

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        (await _shop.Ledger.ReadIntentAsync(default))!.EntryPoints!["web"].ShouldBe(["index.html", "sale.html"]);
    }

    [Fact]
    public async Task Tasks_that_died_before_the_record_are_no_release()
    {
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        _shop.Change("Sale");
        _shop.Service.Last = new Outcome(OutcomeKind.Failed, "The task that answered has stopped: exit code 137.");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Outcome!.Reason.ShouldStartWith("The task that answered has stopped: exit code 137.");
        (await _shop.CurrentAsync()).Release.ShouldBe(before.Release);
        (await _shop.VisitAsync()).ShouldContain(before.Release.ToString());
    }

    /// <summary>A step that is stopped takes its questions with it, not the answers of the others.</summary>
    [Fact]
    public async Task What_one_asked_and_gave_up_is_still_answered_to_the_next()
    {
        await _shop.DeployAsync();
        using var release = new ManualResetEventSlim();
        _shop.Cloud.Instead = x =>
        {
            if (x.Path.Contains("current.json", StringComparison.Ordinal))
            {
                release.Wait(TimeSpan.FromMinutes(1));
            }

            return null;
        };
        var deployment = _shop.NewDeployment();
        using var cancel = new CancellationTokenSource();
        var (first, second) = (deployment.CurrentAsync(cancel.Token), deployment.CurrentAsync(CancellationToken.None));
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        release.Set();

        (await second).ShouldNotBeNull();
        (await deployment.CurrentAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_could_not_be_read_is_read_again()
    {
        await _shop.DeployAsync();
        _shop.Cloud.Instead = _ => new ScriptedResponse(403, "<Error><Code>AccessDenied</Code></Error>");
        var deployment = _shop.NewDeployment();
        await Should.ThrowAsync<FairleadException>(() => deployment.CurrentAsync(default));
        await Should.ThrowAsync<FairleadException>(() => deployment.ReleaseAsync());
        _shop.Cloud.Instead = _ => null;

        (await deployment.CurrentAsync(default)).ShouldNotBeNull();
        (await deployment.ReleaseAsync()).Kind.ShouldBe(ReleaseIdentityKind.Current);
    }

    /// <summary>The edge may hold the page that it showed for what was missing.</summary>
    [Fact]
    public async Task An_asset_that_somebody_took_away_is_back_and_the_edge_forgets_what_it_showed_instead()
    {
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.SiteBucket, "assets/app-4f2a9c1b.js");

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded (mended: 1 object)");
        _shop.Cloud.Invalidations[^1].ShouldBe(["/assets/app-4f2a9c1b.js"]);
    }

    /// <summary>Whatever a run leaves out, no page is newer than the service that it talks to, none asks for an asset that is not there, and none is there of
    /// which nothing was kept for a later way back.</summary>
    [Theory]
    [InlineData("roll out", false, "api does not run release")]
    [InlineData("assets", true, "the assets of web are not up, or its pages are not kept")]
    [InlineData("assets", false, "the assets of web are not up, or its pages are not kept")]
    public async Task No_page_is_switched_before_what_it_needs(string leftOut, bool hasNewAsset, string reason)
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        if (hasNewAsset)
        {
            _shop.Write("assets/sale-9c1b4f2a.js", "let sale = 1;");
        }

        var results = await _shop.DeployAsync([leftOut]);

        results[^1].Step.ShouldBe("switch web");
        results[^1].Reason.ShouldContain("No page was switched: ");
        results[^1].Reason.ShouldContain(reason);
        (await _shop.CurrentAsync()).Release.ShouldBe(before);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before}\"");
    }

    /// <summary>A release is recorded as a whole: what a run left out is looked at before anything says that the release is there.</summary>
    [Theory]
    [InlineData("roll out api", "roll out", "switch", "invalidate", "smoke test")]
    [InlineData("switch web", "switch", "invalidate", "smoke test")]
    public async Task A_release_of_which_a_part_was_left_out_is_not_recorded(string part, params string[] leftOut)
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");

        var results = await _shop.DeployAsync(leftOut);

        results[^1].Step.ShouldBe("record");
        results[^1].Outcome!.Kind.ShouldBeOneOf(OutcomeKind.RolledBack, OutcomeKind.Failed);
        results[^1].Reason.ShouldContain($"Not recorded, because '{part}' was left out: ");
        (await _shop.CurrentAsync()).Release.ShouldBe(before);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before}\"");
        _shop.Cloud.ServedRelease.ShouldBe(before.ToString());
    }

    /// <summary>Where the run knows beforehand what it leaves out, nothing is begun.</summary>
    [Theory]
    [InlineData("roll out")]
    [InlineData("assets")]
    [InlineData("switch")]
    public async Task A_release_is_not_begun_without_a_part_that_the_run_leaves_out(string leftOut)
    {
        await _shop.DeployAsync();
        var writes = _shop.Cloud.Writes.Count;
        _shop.Change("Sale");
        var deployment = _shop.NewDeployment();
        deployment.LeftOut = _shop.StepsOf(deployment, leftOut);
        await using (var run = _shop.Open(deployment))
        {
            var results = await _shop.RunAsync(deployment, run, [leftOut]);

            results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
            results[^1].Reason.ShouldContain("is left out, and without it the release is not there: ");
        }

        // The lock, and that it was given back.
        _shop.Cloud.Writes.Skip(writes).ShouldAllBe(x => x.Contains("lock.json"));
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        _shop.Service.Revision.ShouldBe("api:2");
    }

    [Fact]
    public async Task Where_nothing_is_to_be_changed_a_part_may_be_left_out()
    {
        await _shop.DeployAsync();
        var deployment = _shop.NewDeployment();
        deployment.LeftOut = _shop.StepsOf(deployment, "switch");
        await using var run = _shop.Open(deployment);

        (await _shop.RunAsync(deployment, run, ["switch"])).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task A_recorded_release_of_which_the_edge_still_has_to_forget_says_so_until_a_run_made_it_forget()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");

        var results = await _shop.DeployAsync(["invalidate", "smoke test"]);

        results[^1].Reason.ShouldEndWith(
            "The edge may hold earlier pages of web, because Invalidate was left out; the next deploy makes it forget.");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldNotBeNull();
        (await _shop.DeployAsync())[^1].Reason.ShouldNotContain("The edge");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>Nothing would ever take the note away that waits for it.</summary>
    [Fact]
    public async Task A_build_that_makes_no_edge_forget_records_its_release_and_says_so()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");

        var results = await _shop.DeployAsync(["invalidate", "smoke test"], x => x with { Invalidates = false });

        results[^1].Outcome!.IsSuccess.ShouldBeTrue();
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        _shop.Reporter.Warnings.ShouldContain("The edge may hold earlier pages of web until they expire: the build makes no edge forget. IInvalidate does.");
    }

    [Fact]
    public async Task A_service_that_was_rolled_out_anew_at_the_same_revision_is_told_as_mended()
    {
        await _shop.DeployAsync();
        _shop.Service.IsStopped = true;

        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded (mended: service api)");

        _shop.Service.Revision.ShouldBe("api:2");
    }

    /// <summary>What an interrupted run sent and kept is not there because it was sent once.</summary>
    [Theory]
    [InlineData(SmallCloud.SiteBucket, "assets/sale-9c1b4f2a.js")]
    [InlineData(SmallCloud.LedgerBucket, "site/index.html")]
    public async Task A_page_is_not_switched_when_what_an_interrupted_run_sent_for_it_is_gone(string bucket, string gone)
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        _shop.Write("assets/sale-9c1b4f2a.js", "let sale = 1;");
        await _shop.DeployAsync(without: ["switch", "invalidate", "smoke test", "record"]);
        var release = (await _shop.Ledger.ReadIntentAsync(default))!.Release;
        var key = bucket == SmallCloud.SiteBucket ? gone : $"{Shop.Prefix}/releases/{release}/{gone}";
        _shop.Cloud.S3.Keys(bucket).ShouldContain(key);
        _shop.Cloud.S3.Remove(bucket, key);

        var results = await _shop.DeployAsync(["assets"]);

        results[^1].Step.ShouldBe("switch web");
        results[^1].Reason.ShouldContain("No page was switched: the assets of web are not up, or its pages are not kept");
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before}\"");
    }

    /// <summary>The page is brought back first, and then the service; whichever fails is told, and the next run knows that nobody was there.</summary>
    [Theory]
    [InlineData("bring api back", "api:3", false)]
    [InlineData($"PUT /{SmallCloud.SiteBucket}/index.html", "api:3", true)]
    public async Task A_way_back_that_fails_on_the_way_is_told_with_what_serves_and_gone_on_with(string effect, string revision, bool isNewPage)
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        var checks = _shop.Checks;
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        var results = await _shop.DeployAsync(observer: new FailAt(x => x.Step == "roll back" && x.Name == effect));

        var failed = (await _shop.Ledger.ListAsync(default))[0];
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldContain("Rolling back did not work either: Access denied.");
        results[^1].Reason.ShouldContain($"/ names release {(isNewPage ? failed : before)}");
        results[^1].Reason.ShouldEndWith($"{SmallCloud.HealthPath} names release {failed}.");
        _shop.Service.Revision.ShouldBe(revision);
        (await _shop.Ledger.ReadAsync(failed, default))!.Outcome.ShouldBe(OutcomeKind.Failed);
        (await _shop.Ledger.ReadIntentAsync(default))!.Release.ShouldBe(failed);
        _shop.Checks = checks;
        _shop.Time.Advance(60);
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>The ledger names it as the current one: to bring back another would make the record untrue.</summary>
    [Fact]
    public async Task A_release_that_is_recorded_stays_whatever_fails_after_that()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");

        var results = await _shop.DeployAsync(observer: new FailAt(x => x.Step == "record" && x.Name.StartsWith("DELETE ", StringComparison.Ordinal)));

        var current = (await _shop.CurrentAsync()).Release;
        current.ShouldNotBe(before);
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldEndWith($"Release {current} is recorded, and stays.");
        _shop.Cloud.ServedRelease.ShouldBe(current.ToString());
        (await _shop.VisitAsync()).ShouldContain($"content=\"{current}\"");
    }

    /// <summary>Unchanged says that nothing was written anywhere, and the lock is written.</summary>
    [Fact]
    public async Task Whoever_waited_for_the_lock_and_found_the_release_made_says_so()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        var waiting = _shop.NewDeployment();
        await using var run = _shop.Open(waiting);
        (await waiting.ReleaseAsync()).Kind.ShouldBe(ReleaseIdentityKind.New);
        _shop.Time.Advance(1);
        await _shop.DeployAsync();
        var current = (await _shop.CurrentAsync()).Release;

        var results = await _shop.RunAsync(waiting, run, []);

        results[^1].Outcome!.Word.ShouldBe("Succeeded");
        results[^1].Reason.ShouldBe($"Release {current} serves and is recorded, by another run meanwhile.");
        (await _shop.CurrentAsync()).Release.ShouldBe(current);
    }

    /// <summary>
    /// Kill points are effects: the run is killed before and after each of them, the lock's own included, and the next run ends as if there had been no first.
    /// </summary>
    [Fact]
    public async Task Killed_at_any_effect_the_next_run_ends_the_same()
    {
        var points = 0;
        for (; ; points++)
        {
            await using var shop = new Shop();
            shop.Write("about.html", Shop.Index);
            await shop.DeployAsync();
            shop.Delete("about.html");
            shop.Change("Sale");
            var kill = new KillAt(points);
            var killed = await shop.DeployAsync(observer: kill);
            if (!kill.HasKilled)
            {
                killed[^1].Outcome!.Word.ShouldBe("Succeeded");
                break;
            }

            // It expires, or its process is known to be gone.
            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            var next = await shop.DeployAsync();

            next.ShouldAllBe(x => x.MayGoOn, $"point {points}: {next[^1].Reason}");
            var current = await shop.CurrentAsync();
            (await shop.VisitAsync()).ShouldContain($"content=\"{current.Release}\"", customMessage: $"point {points}");
            (await shop.VisitAsync("/about.html")).ShouldBe("404", $"point {points}");
            shop.Cloud.ServedRelease.ShouldBe(current.Release.ToString(), $"point {points}");
            shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"], $"point {points}");
            (current.Verified, await shop.Ledger.ReadIntentAsync(default)).ShouldBe((true, null), $"point {points}");
            shop.Cloud.S3.Find(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json")?.Text.ShouldNotContain("\"owner\"", customMessage: $"point {points}");
        }

        points.ShouldBeGreaterThan(2 * 10, "At least: lock, intent, copy, service, page, page gone, invalidation, manifest, current, intent gone, lock.");
    }

    /// <summary>One effect of the run fails, and the run goes on from there.</summary>
    private sealed class FailAt(Func<Effect, bool> isIt) : IEffectObserver
    {
        public void Before(Effect effect)
        {
            if (isIt(effect))
            {
                throw new FairleadException("Access denied.", "", "");
            }
        }

        public void After(Effect effect)
        {
        }
    }
}
