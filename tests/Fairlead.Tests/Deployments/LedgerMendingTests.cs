using Fairlead.Deployments;

namespace Fairlead.Tests.Deployments;

/// <summary>Mending the ledger of a place from its records and from what serves there.</summary>
public sealed class LedgerMendingTests : IAsyncLifetime
{
    private const string Current = $"{Shop.Prefix}/current.json";
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task What_is_whole_is_left_alone()
    {
        await _shop.DeployAsync();

        var plan = await Mending().PlanAsync(choose: null, default);

        (plan.Actions.Count, plan.Refusal).ShouldBe((0, null));
    }

    [Fact]
    public async Task A_lost_pointer_is_found_again_from_what_serves_and_the_next_deploy_changes_nothing()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        await _shop.DeployAsync();
        var current = (await _shop.CurrentAsync()).Release;
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, Current);
        var writes = _shop.Cloud.Writes.Count;

        var plan = await Mending().PlanAsync(choose: null, default);

        _shop.Cloud.Writes.Count.ShouldBe(writes);
        plan.Refusal.ShouldBeNull();
        await Mending().ApplyAsync(plan, default);
        (await _shop.CurrentAsync()).Release.ShouldBe(current);
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Unchanged");
        _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
    }

    [Fact]
    public async Task A_damaged_pointer_is_moved_aside()
    {
        await _shop.DeployAsync();
        var current = (await _shop.CurrentAsync()).Release;
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, Current, "{\"version\": 1, \"rel");

        await Mending().ApplyAsync(await Mending().PlanAsync(choose: null, default), default);

        (await _shop.CurrentAsync()).Release.ShouldBe(current);
        _shop.Cloud.S3.Keys(SmallCloud.LedgerBucket).ShouldContain(x => x.StartsWith($"{Shop.Prefix}/damaged/current.json.", StringComparison.Ordinal));
    }

    /// <summary>The page says one release, the service another: which one is the current one is not for a program to guess.</summary>
    [Fact]
    public async Task Where_what_serves_does_not_tell_somebody_is_asked()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        await _shop.DeployAsync();
        _shop.Service.Run(2);
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, Current);

        var plan = await Mending().PlanAsync(choose: null, default);

        plan.Refusal.ShouldNotBeNull();
        await Should.ThrowAsync<FairleadException>(() => Mending().ApplyAsync(plan, default));
        await Mending().ApplyAsync(await Mending().PlanAsync(first, default), default);
        (await _shop.CurrentAsync()).Release.ShouldBe(first);
    }

    [Fact]
    public async Task A_damaged_copy_is_taken_again_from_the_page_that_serves()
    {
        await _shop.DeployAsync();
        var manifest = await _shop.CurrentAsync();
        var copy = $"{Shop.Prefix}/releases/{manifest.Release}/site/index.html";
        var whole = _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, copy)!.Text;
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, copy, "half", "text/html");

        await Mending().ApplyAsync(await Mending().PlanAsync(choose: null, default), default);

        _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, copy)!.Text.ShouldBe(whole);
        (await _shop.Ledger.FindEntryPointDamageAsync(manifest, default)).ShouldBeEmpty();
        (await Mending().PlanAsync(choose: null, default)).Actions.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_another_run_holds_the_lock_nothing_is_mended()
    {
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, Current);
        var plan = await Mending().PlanAsync(choose: null, default);
        var other = _shop.NewDeployment();
        await new Effects("lock", @lock: null, [], default).RunAsync(async () =>
        {
            await using var held = await other.LockAsync(default);

            await Should.ThrowAsync<FairleadException>(() => Mending().ApplyAsync(plan, default));
        });

        _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, Current).ShouldBeNull();
    }

    private LedgerMending Mending() => new(_shop.NewPlace(), _shop.Settings, _shop.Reporter, _shop.Time);
}
