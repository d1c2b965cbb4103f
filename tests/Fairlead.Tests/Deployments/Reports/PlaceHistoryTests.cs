using Fairlead.Deployments.Reports;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

/// <summary>The releases of a place, and what the place itself says of those that could be gone back to.</summary>
public sealed class PlaceHistoryTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task What_can_be_gone_back_to_was_asked_and_nothing_was_written()
    {
        var releases = await DeployAsync(3);
        var writes = _shop.Cloud.Writes.Count;

        var history = await ReadAsync(20);

        history.Releases.Select(x => (x.Release, x.IsRestorable, x.IsLookedAt)).ShouldBe(
            [(releases[2], false, false), (releases[1], true, true), (releases[0], true, true)]);
        history.RollbackTarget!.Release.ShouldBe(releases[1]);
        _shop.Cloud.Writes.Count.ShouldBe(writes);
    }

    [Fact]
    public async Task A_release_whose_copies_are_gone_is_not_restorable_and_a_rollback_takes_the_one_before_it()
    {
        var releases = await DeployAsync(3);
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{releases[1]}/site/index.html");

        var history = await ReadAsync(20);

        history.Releases[1].WhyNotRestorable.ShouldBe("The ledger has no copy of index.html of web.");
        history.RollbackTarget!.Release.ShouldBe(releases[0]);
        await _shop.GoBackAsync();
        (await _shop.CurrentAsync()).Release.ShouldBe(releases[0]);
    }

    /// <summary>What is recommended is asked, also where it is not among those that are told.</summary>
    [Fact]
    public async Task What_is_recommended_is_asked_whether_it_is_told_or_not()
    {
        var releases = await DeployAsync(4);
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{releases[2]}/site/index.html");

        var history = await ReadAsync(1);

        history.Releases.ShouldHaveSingleItem();
        (history.RollbackTarget!.Release, history.RollbackTarget.IsLookedAt).ShouldBe((releases[1], true));
        HtmlReleaseHistory.Write(history).ShouldContain($"<p>To <span class=\"id\">{releases[1]}</span></p>");
    }

    [Fact]
    public async Task However_many_are_told_only_so_many_are_asked()
    {
        var releases = await DeployAsync(PlaceHistory.MostLookedAt + 2);

        var history = await ReadAsync(1000);

        history.Releases.Count(x => x.IsLookedAt == true).ShouldBe(PlaceHistory.MostLookedAt);
        (history.Releases[^1].Release, history.Releases[^1].IsRestorable, history.Releases[^1].IsLookedAt).ShouldBe((releases[0], true, false));
    }

    [Fact]
    public async Task A_host_that_cannot_be_asked_makes_no_release_unrestorable_and_is_told()
    {
        await DeployAsync(2);
        _shop.Service.RestoreFailure = new FairleadException("The task definition could not be read.", "", "");

        var history = await ReadAsync(20);

        (history.Releases[1].IsRestorable, history.Releases[1].IsLookedAt).ShouldBe((true, false));
        _shop.Reporter.Warnings.ShouldContain(x => x.Contains("The task definition could not be read.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_run_that_did_not_end_the_current_release_is_what_a_rollback_takes()
    {
        var releases = await DeployAsync(2);
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["switch", "invalidate", "smoke test", "record"]);

        (await ReadAsync(20)).RollbackTarget!.Release.ShouldBe(releases[1]);

        await _shop.GoBackAsync();
        (await _shop.CurrentAsync()).Release.ShouldBe(releases[1]);
    }

    /// <summary>Every release names itself in its pages; that is no change of the site.</summary>
    [Fact]
    public async Task A_release_that_changed_the_service_alone_did_not_change_the_site()
    {
        await DeployAsync(1);
        _shop.Time.Advance(60);
        _shop.Pack("another");
        await _shop.DeployAsync();

        var history = await ReadAsync(20);

        history.Releases[0].Changes.Sites.ShouldHaveSingleItem().Change.ShouldBe(PartChange.Unchanged);
        _shop.Change("Sale");
        await _shop.DeployAsync();
        (await ReadAsync(20)).Releases[0].Changes.Sites.ShouldHaveSingleItem().Changed.ShouldBe(["index.html"]);
    }

    private async Task<IReadOnlyList<ReleaseId>> DeployAsync(int count)
    {
        var releases = new List<ReleaseId>();
        for (var i = 0; i < count; i++)
        {
            _shop.Change($"Shop {i}");
            (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");
            releases.Add((await _shop.CurrentAsync()).Release);
        }

        return releases;
    }

    private Task<ReleaseHistory> ReadAsync(int count)
        => new PlaceHistory(_shop.NewPlace(), _shop.Settings, _shop.Reporter, _shop.Time).ReadAsync(count, default);
}
