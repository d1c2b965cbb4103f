using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>Taking away what only releases need that nobody goes back to any more.</summary>
public sealed class PruningTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_dry_run_names_everything_that_would_go_and_writes_nothing()
    {
        var releases = await ThreeReleasesAsync(_shop);
        var writes = _shop.Cloud.Writes.Count;

        var result = await _shop.PruneAsync(keep: 1, isDryRun: true);

        result.Look.Reason.ShouldBe("2 releases can no longer be gone back to; 1 stay.");
        result.Look.Changes.Select(x => (x.Action, x.Subject, x.Detail)).ShouldBe(
        [
            (ChangeAction.Delete, "revision api:2 of api", $"release {releases[0]}"),
            (ChangeAction.Delete, "asset assets/app-4f2a9c11.js of web", $"release {releases[0]}"),
            (ChangeAction.Delete, "copy index.html of web", $"release {releases[0]}"),
            (ChangeAction.Delete, "asset assets/app-4f2a9c12.js of web", $"release {releases[1]}"),
            (ChangeAction.Delete, "copy index.html of web", $"release {releases[1]}"),
        ]);
        _shop.Cloud.Writes.Count.ShouldBe(writes);
        _shop.Service.Removed.ShouldBeEmpty();
    }

    /// <summary>The revision that the current release took the place of stays, too: it is what its own way back needs.</summary>
    [Fact]
    public async Task What_only_pruned_releases_need_goes_and_the_rest_stays()
    {
        var releases = await ThreeReleasesAsync(_shop);

        var result = await _shop.PruneAsync(keep: 1);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        _shop.Service.Removed.ShouldBe(["api:2"]);
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c13.js", "assets/shared-4f2a9c1b.js", "index.html"]);
        (await _shop.VisitAsync()).ShouldContain($"content=\"{releases[2]}\"");
        (await _shop.Ledger.ListEntryPointsAsync(releases[0], "web", default)).ShouldBeEmpty();
        (await _shop.Ledger.ListEntryPointsAsync(releases[2], "web", default)).ShouldBe(["index.html"]);
        (await _shop.Ledger.ReadEntryAsync(releases[1], default))!.IsPruned.ShouldBeTrue();
        (await _shop.Ledger.ReadEntryAsync(releases[2], default))!.IsPruned.ShouldBeFalse();
        (await _shop.PruneAsync(keep: 1)).Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
    }

    /// <summary>Somebody brought it back without the ledger; what a visitor gets is not taken away from under them.</summary>
    [Fact]
    public async Task What_serves_never_goes_whatever_the_ledger_says()
    {
        var releases = await ThreeReleasesAsync(_shop);
        _shop.Service.Run(2);

        (await _shop.PruneAsync(keep: 1)).Outcome!.IsSuccess.ShouldBeTrue();

        _shop.Service.Removed.ShouldBeEmpty();
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldContain("assets/app-4f2a9c11.js");
        (await _shop.Ledger.ReadEntryAsync(releases[0], default))!.IsPruned.ShouldBeFalse();
        (await _shop.Ledger.ReadEntryAsync(releases[1], default))!.IsPruned.ShouldBeTrue();
    }

    [Fact]
    public async Task A_release_that_serves_and_has_no_record_stops_it()
    {
        await ThreeReleasesAsync(_shop);
        _shop.Cloud.ServedRelease = SomeRelease.Id(999).ToString();

        var result = await _shop.PruneAsync(keep: 1);

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        result.Reason.ShouldBe($"Nothing is pruned, because release {SomeRelease.Id(999)} serves and has no record: what it needs is not known.");
        _shop.Service.Removed.ShouldBeEmpty();
    }

    /// <summary>A site or a service is the same one whatever it was called when there was one of each.</summary>
    [Fact]
    public async Task Parts_that_had_other_names_are_pruned_all_the_same()
    {
        _shop.SiteName = "storefront";
        await ThreeReleasesAsync(_shop);

        (await _shop.PruneAsync(keep: 1)).Outcome!.IsSuccess.ShouldBeTrue();

        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c13.js", "assets/shared-4f2a9c1b.js", "index.html"]);
    }

    [Fact]
    public async Task Images_go_from_their_repository_by_digest()
    {
        var deleted = new List<string>();
        _shop.Cloud.Instead = x =>
        {
            if (x.Operation != "BatchDeleteImage")
            {
                return null;
            }

            deleted.Add(x.Body);
            return new ScriptedResponse(200, "{}", ("Content-Type", "application/x-amz-json-1.1"));
        };
        using var output = new Containers.PublishOutput();
        for (var i = 1; i <= 3; i++)
        {
            output.Write("Shop.Api.dll", $"release {i}");
            var image = (await new Fairlead.Containers.ImageBuilder().BuildAsync(output.Options, output.Layout($"{i}"))).Image;
            _shop.ImageDirectory = image.LayoutDirectory;
            _shop.Change($"{i}");
            (await _shop.DeployAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();
        }

        var images = (await _shop.Ledger.ReadAllAsync(default)).Select(x => x.Manifest!.Services["api"].ImageDigest!).Reverse().ToList();

        (await _shop.PruneAsync(keep: 1)).Outcome!.IsSuccess.ShouldBeTrue();

        deleted.Count.ShouldBe(2);
        deleted[0].ShouldContain(images[0]);
        deleted[1].ShouldContain(images[1]);
        deleted.ShouldAllBe(x => x.Contains("\"registryId\":\"123456789012\"") && x.Contains("\"repositoryName\":\"shop\"") && !x.Contains(images[2]));
    }

    /// <summary>Killed before and after each effect, and run again.</summary>
    [Fact]
    public async Task Killed_at_any_effect_the_same_once_more_ends_the_same()
    {
        var points = 0;
        for (; ; points++)
        {
            await using var shop = new Shop();
            var releases = await ThreeReleasesAsync(shop);
            var kill = new KillAt(points);
            await shop.PruneAsync(keep: 1, kill);
            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            if (kill.HasKilled)
            {
                (await shop.PruneAsync(keep: 1)).Outcome!.IsSuccess.ShouldBeTrue($"point {points}");
            }

            shop.Service.Removed.ShouldBe(["api:2"], $"point {points}");
            shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c13.js", "assets/shared-4f2a9c1b.js", "index.html"], $"point {points}");
            shop.Cloud.S3.Keys(SmallCloud.LedgerBucket).Where(x => x.Contains("/site/", StringComparison.Ordinal)).ShouldBe(
                [$"{Shop.Prefix}/releases/{releases[2]}/site/index.html"], $"point {points}");
            (await shop.Ledger.ReadAllAsync(default)).Count(x => x.IsPruned).ShouldBe(2, $"point {points}");
            (await shop.VisitAsync()).ShouldContain($"content=\"{releases[2]}\"", customMessage: $"point {points}");
            if (!kill.HasKilled)
            {
                break;
            }
        }

        points.ShouldBeGreaterThan(2 * 8, "At least: lock, two copies, revision, two assets, two marks, lock.");
    }

    private static async Task<IReadOnlyList<ReleaseId>> ThreeReleasesAsync(Shop shop)
    {
        var releases = new List<ReleaseId>();
        shop.Delete("assets/app-4f2a9c1b.js");
        shop.Write("assets/shared-4f2a9c1b.js", "let all = 0;");
        for (var i = 1; i <= 3; i++)
        {
            shop.Delete($"assets/app-4f2a9c1{i - 1}.js");
            shop.Write($"assets/app-4f2a9c1{i}.js", $"let shop = {i};");
            shop.Change($"{i}");
            (await shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");
            releases.Add((await shop.CurrentAsync()).Release);
        }

        shop.Time.Advance(60);
        return releases;
    }
}
