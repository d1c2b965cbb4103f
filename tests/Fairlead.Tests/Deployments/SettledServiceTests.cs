using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>Services that their host itself left as they are to stay: after the earlier revision was brought back by ECS's circuit breaker, or by App Runner.
/// </summary>
public sealed class SettledServiceTests : IAsyncLifetime
{
    private static readonly Outcome BroughtBack = new(OutcomeKind.RolledBack, "It exits at once; ECS brought the earlier revision back.");
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_service_that_its_host_brought_back_is_not_deployed_once_more_on_the_way_back()
    {
        var worker = _shop.AddService("worker");
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        worker.NextRollout = BroughtBack;

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Reason.ShouldBe($"It exits at once; ECS brought the earlier revision back. Release {before} serves again.");
        _shop.Service.BroughtBack.ShouldBe(["api:2"]);
        worker.BroughtBack.ShouldBeEmpty();
        (_shop.Service.Revision, worker.Revision).ShouldBe(("api:2", "worker:2"));
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    /// <summary>With one service there is nothing left to bring back, and what a visitor gets is asked all the same.</summary>
    [Fact]
    public async Task Where_nothing_is_left_to_bring_back_it_is_said_what_serves()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        _shop.Service.NextRollout = BroughtBack;

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Reason.ShouldContain($"/ names release {before}");
        results[^1].Reason.ShouldEndWith($"{SmallCloud.HealthPath} names release {before}.");
        _shop.Service.BroughtBack.ShouldBeEmpty();
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");
    }

    /// <summary>It may be another deployment that the host found, which is not ours to undo; and somebody has to look.</summary>
    [Fact]
    public async Task A_service_that_its_host_could_not_leave_in_order_is_left_to_it_and_the_next_run_knows()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        _shop.Service.NextRollout = new Outcome(OutcomeKind.Failed, "Another deployment replaced ours.");

        var results = await _shop.DeployAsync();

        var failed = (await _shop.Ledger.ListAsync(default))[0];
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldStartWith("Another deployment replaced ours. Asked now, ");
        results[^1].Reason.ShouldEndWith($"{SmallCloud.HealthPath} names release {failed}.");
        (_shop.Service.BroughtBack.Count, _shop.Service.Revision).ShouldBe((0, "api:3"));
        (await _shop.Ledger.ReadIntentAsync(default))!.Release.ShouldBe(failed);
    }

    /// <summary>What the host calls the earlier revision is that of the interrupted run, and no release ever was that.</summary>
    [Fact]
    public async Task What_the_host_brought_back_after_an_interrupted_run_goes_back_to_the_release_that_serves()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["switch", "invalidate", "smoke test", "record"]);
        _shop.Service.Revision.ShouldBe("api:3");
        _shop.Change("Sale");
        _shop.Service.NextRollout = BroughtBack;

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        results[^1].Reason.ShouldEndWith($"Release {before} serves again.");
        _shop.Service.BroughtBack.ShouldBe(["api:2"]);
        await IsAsBeforeAsync(before);
    }

    /// <summary>The interrupted run had not come as far as the service: its pages alone, if any, are to go back.</summary>
    [Fact]
    public async Task What_the_host_brought_back_is_right_where_the_interrupted_run_had_not_changed_the_service()
    {
        await _shop.DeployAsync();
        var before = (await _shop.CurrentAsync()).Release;
        _shop.Change("Half");
        await _shop.DeployAsync(without: ["roll out", "switch", "invalidate", "smoke test", "record"]);
        _shop.Change("Sale");
        _shop.Service.NextRollout = BroughtBack;

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        _shop.Service.BroughtBack.ShouldBeEmpty();
        await IsAsBeforeAsync(before);
    }

    private async Task IsAsBeforeAsync(ReleaseId before)
    {
        (_shop.Service.Revision, _shop.Cloud.ServedRelease).ShouldBe(("api:2", before.ToString()));
        (await _shop.VisitAsync()).ShouldContain($"content=\"{before}\"");
        (await _shop.CurrentAsync()).Release.ShouldBe(before);
        (await _shop.Ledger.ReadIntentAsync(default)).ShouldBeNull();
        (await PlaceStatus.ReadAsync(_shop.NewPlace(), _shop.Time, default)).Differences.ShouldBeEmpty();
    }
}
