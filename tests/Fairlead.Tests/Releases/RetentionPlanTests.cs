using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class RetentionPlanTests : IDisposable
{
    private readonly LedgerBucket _bucket = new(new TestClock(SomeRelease.Noon));

    /// <summary>Which of the assets its pages ask for nobody knows.</summary>
    [Fact]
    public void While_a_run_that_recorded_nothing_is_not_put_right_nothing_is_pruned()
        => RetentionPlan.Create([Release(1, image: 'a'), Release(2, image: 'b')], SomeRelease.Id(2), [], interrupted: SomeRelease.Id(9), keep: 1).Refusal!
            .ShouldContain($"release {SomeRelease.Id(9)} was begun and has no record");

    [Fact]
    public void What_only_pruned_releases_refer_to_goes_with_the_newest_of_them()
    {
        LedgerEntry[] releases =
        [
            Release(1, image: 'a', "assets/a.js", "assets/lib.js"),
            Release(2, image: 'a', "assets/b.js", "assets/lib.js"),
            Release(3, image: 'c', "assets/c.js", "assets/lib.js", "assets/shared.js"),
            Release(4, image: 'd', "assets/d.js", "assets/shared.js"),
        ];

        var plan = RetentionPlan.Create(releases, SomeRelease.Id(4), [SomeRelease.Id(4)], keep: 2);

        plan.ToString().ShouldBe("""
            2 releases can no longer be gone back to; kept: 20261121-120004-6cef224 (current), 20261121-120003-6cef224 (verified).
            20261121-120001-6cef224:
              copy of index.html of web
              revision task-definition/shop:1 of api
              asset assets/a.js of web
            20261121-120002-6cef224:
              copy of index.html of web
              revision task-definition/shop:2 of api
              image sha256:a of api
              asset assets/b.js of web
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_image_that_a_kept_release_runs_in_another_service_stays()
    {
        var old = Release(1, image: 'a', "assets/a.js");
        var kept = Release(2, image: 'b', "assets/b.js");
        kept = kept with
        {
            Manifest = kept.Manifest! with
            {
                Services = new Dictionary<string, ReleasedService>(kept.Manifest.Services)
                {
                    ["worker"] = new() { ImageDigest = "sha256:a", Revision = "w:1", PreviousRevision = "task-definition/shop:1" },
                },
            },
        };

        var pruned = RetentionPlan.Create([old, kept], SomeRelease.Id(2), [], keep: 1).Pruned.ShouldHaveSingleItem();

        pruned.Images.ShouldBeEmpty();
        pruned.Revisions.ShouldBeEmpty();
        pruned.Assets["web"].ShouldBe(["assets/a.js"]);
    }

    [Fact]
    public void An_entry_point_is_no_asset_and_stays_where_it_is_served()
    {
        var old = Release(1, image: 'a');
        old = old with { Manifest = old.Manifest! with { Sites = Web(("index.html", true), ("old.html", true)) } };
        var turned = Release(2, image: 'b');
        turned = turned with { Manifest = turned.Manifest! with { Sites = Web(("index.html", true), ("page.html", false)) } };
        var current = Release(3, image: 'c');
        current = current with { Manifest = current.Manifest! with { Sites = Web(("page.html", true)) } };

        var plan = RetentionPlan.Create([old, turned, current], SomeRelease.Id(3), [], keep: 1);

        plan.Pruned.ShouldAllBe(x => x.Assets.Count == 0);
        plan.Pruned[0].EntryPointCopies["web"].ShouldBe(["index.html", "old.html"]);
    }

    [Fact]
    public void What_serves_what_is_current_what_was_interrupted_and_what_was_brought_back_stays()
    {
        var releases = Enumerable.Range(1, 8).Select(x => Release(x, (char)('a' + x))).ToList();
        releases[6] = releases[6] with { Manifest = releases[6].Manifest! with { Restores = SomeRelease.Id(2), Verified = false } };

        var plan = RetentionPlan.Create(releases, SomeRelease.Id(7), [SomeRelease.Id(3)], interrupted: SomeRelease.Id(4), keep: 1);

        plan.Kept.ShouldBe(
        [
            new KeptRelease(SomeRelease.Id(8), "verified"),
            new KeptRelease(SomeRelease.Id(7), "current"),
            new KeptRelease(SomeRelease.Id(4), "was interrupted"),
            new KeptRelease(SomeRelease.Id(3), "serves"),
            new KeptRelease(SomeRelease.Id(2), $"{SomeRelease.Id(7)} brought it back"),
        ]);
        plan.Pruned.Select(x => x.Release).ShouldBe([SomeRelease.Id(1), SomeRelease.Id(5), SomeRelease.Id(6)]);
    }

    [Fact]
    public void Failed_releases_count_for_nothing_and_ten_verified_ones_stay_where_nobody_says()
    {
        var releases = Enumerable.Range(1, 15).Select(x => Release(x, (char)('a' + x))).ToList();
        releases[9] = releases[9] with { Manifest = releases[9].Manifest! with { Outcome = OutcomeKind.RolledBack, Verified = false } };

        var plan = RetentionPlan.Create(releases, SomeRelease.Id(15), []);

        plan.Kept.Count.ShouldBe(10);
        plan.Pruned.Select(x => x.Release).ShouldBe([.. Enumerable.Range(1, 4).Append(10).Select(SomeRelease.Id)]);
    }

    [Fact]
    public void Where_nothing_can_be_asked_the_newest_that_succeeded_stay()
    {
        var releases = Enumerable.Range(1, 4).Select(x => Release(x, (char)('a' + x))).Select(x => x with { Manifest = x.Manifest! with { Verified = false } });

        RetentionPlan.Create([.. releases], SomeRelease.Id(4), [], keep: 3).Pruned.Select(x => x.Release).ShouldBe([SomeRelease.Id(1)]);
    }

    [Fact]
    public void What_was_pruned_before_is_not_pruned_again()
        => RetentionPlan.Create([Release(1, 'a') with { IsPruned = true }, Release(2, 'b')], SomeRelease.Id(2), [], keep: 1).ToString()
            .ShouldBe("Nothing is to be pruned; 1 release can be gone back to or serve.");

    [Fact]
    public void Nothing_is_pruned_while_anything_is_unknown()
    {
        var release = Release(1, 'a');
        var damaged = new LedgerEntry(SomeRelease.Id(2), null, new LedgerDamage("s3://b/releases/x.json", "it is empty"));

        RetentionPlan.Create([release, damaged], SomeRelease.Id(1), [], keep: 1).Refusal
            .ShouldBe("Nothing is pruned, because s3://b/releases/x.json is damaged: it is empty.");
        RetentionPlan.Create([release], null, [], keep: 1).Refusal.ShouldNotBeNull().ShouldContain("no release is current");
        RetentionPlan.Create([release], SomeRelease.Id(9), [], keep: 1).Refusal.ShouldNotBeNull().ShouldContain("has no record");
        RetentionPlan.Create([release], SomeRelease.Id(1), [SomeRelease.Id(9)], keep: 1).Refusal.ShouldNotBeNull().ShouldContain("serves and has no record");
        Should.Throw<ArgumentOutOfRangeException>(() => RetentionPlan.Create([release], SomeRelease.Id(1), [], keep: 0));
    }

    [Fact]
    public async Task A_pruning_that_is_interrupted_leaves_a_release_that_cannot_be_gone_back_to_and_is_done_again()
    {
        var ledger = _bucket.Ledger();
        LedgerEntry[] releases = [Release(1, 'a', "assets/a.js"), Release(2, 'b')];
        foreach (var release in releases)
        {
            _bucket.Record(release.Manifest!);
            _bucket[$"releases/{release.Release}/site/index.html"] = "<html></html>";
        }

        var pruned = RetentionPlan.Create(await ledger.ReadAllAsync(default), SomeRelease.Id(2), [], keep: 1).Pruned.ShouldHaveSingleItem();
        var target = new Target { FailsAtImages = true };
        await Should.ThrowAsync<InvalidOperationException>(() => ledger.PruneAsync(pruned, target, "mira@desk", SomeRelease.Noon, default));
        (await ledger.ListEntryPointsAsync(SomeRelease.Id(1), "web", default)).ShouldBeEmpty();
        (await ledger.ReadEntryAsync(SomeRelease.Id(1), default))!.IsPruned.ShouldBeFalse();

        target.FailsAtImages = false;
        pruned = RetentionPlan.Create(await ledger.ReadAllAsync(default), SomeRelease.Id(2), [], keep: 1).Pruned.ShouldHaveSingleItem();
        await ledger.PruneAsync(pruned, target, "mira@desk", SomeRelease.Noon, default);

        target.Log.ShouldBe(["api: task-definition/shop:1", "api: task-definition/shop:1", "api: sha256:a", "web: assets/a.js"]);
        (await ledger.ReadAllAsync(default)).Select(x => x.IsPruned).ShouldBe([false, true]);
        (await ledger.ListEntryPointsAsync(SomeRelease.Id(2), "web", default)).ShouldBe(["index.html"]);
        RetentionPlan.Create(await ledger.ReadAllAsync(default), SomeRelease.Id(2), [], keep: 1).Pruned.ShouldBeEmpty();
    }

    public void Dispose() => _bucket.Dispose();

    private static LedgerEntry Release(int second, char image, params string[] assets)
    {
        var manifest = SomeRelease.Manifest(second);
        return new LedgerEntry(
            manifest.Release,
            manifest with
            {
                Services = new Dictionary<string, ReleasedService>
                {
                    ["api"] = new() { ImageDigest = $"sha256:{image}", Revision = $"task-definition/shop:{second}" },
                },
                Sites = Web([("index.html", true), .. assets.Select(x => (x, false))]),
            },
            null);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, SiteFile>> Web(params (string Path, bool IsEntryPoint)[] files)
        => new() { ["web"] = files.ToDictionary(x => x.Path, x => SomeRelease.EntryPoint('1') with { IsEntryPoint = x.IsEntryPoint }) };

    private sealed class Target : IPruneTarget
    {
        public List<string> Log { get; } = [];

        public bool FailsAtImages { get; set; }

        public Task RemoveImagesAsync(string service, IReadOnlyList<string> digests, CancellationToken cancellationToken)
            => FailsAtImages ? throw new InvalidOperationException("killed") : Add(service, digests);

        public Task RemoveRevisionsAsync(string service, IReadOnlyList<string> revisions, CancellationToken cancellationToken) => Add(service, revisions);

        public Task RemoveAssetsAsync(string site, IReadOnlyList<string> keys, CancellationToken cancellationToken) => Add(site, keys);

        private Task Add(string part, IReadOnlyList<string> what)
        {
            Log.AddRange(what.Select(x => $"{part}: {x}"));
            return Task.CompletedTask;
        }
    }
}
