using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>Rollbacks by hand, at the edges of what there is to go back to.</summary>
public sealed class RollbackEdgeTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    /// <summary>The record of a rollback has an id of its own, and current.json names an earlier one.</summary>
    [Fact]
    public async Task A_deploy_in_the_second_of_a_rollback_makes_a_release_of_its_own()
    {
        await _shop.DeployAsync();
        _shop.Change("Sale");
        await _shop.DeployAsync();
        _shop.Time.Advance(60);
        (await RollBackAsync()).ShouldAllBe(x => x.MayGoOn);
        _shop.Write("index.html", Shop.Index.Replace("Shop", "Other", StringComparison.Ordinal));

        var results = await _shop.DeployAsync();

        results[^1].Outcome!.Word.ShouldBe("Succeeded", results[^1].Reason);
        (await _shop.Ledger.ListAsync(default)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Two_rollbacks_in_one_second_are_two_records()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        await _shop.DeployAsync();
        var second = (await _shop.CurrentAsync()).Release;
        _shop.Time.Advance(60);

        (await RollBackAsync(first)).ShouldAllBe(x => x.MayGoOn);
        (await RollBackAsync(second)).ShouldAllBe(x => x.MayGoOn);

        (await _shop.CurrentAsync()).Release.ShouldBe(second);
        (await _shop.Ledger.ListAsync(default)).Count.ShouldBe(4);
    }

    /// <summary>Nobody can see a worker serve: what its host said is all that there is to go by.</summary>
    [Fact]
    public async Task A_place_that_nobody_can_ask_is_gone_back_from_without_naming_the_release()
    {
        _shop.Parts = x => x with { Sites = [] };
        _shop.Stack = x => x with { Sites = [], PublicUrl = null, Services = [x.Services[0] with { HealthCheckPath = null }] };
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        await _shop.DeployAsync();

        var results = await RollBackAsync();

        results.ShouldAllBe(x => x.MayGoOn, results[^1].Reason);
        (await _shop.CurrentAsync()).Release.ShouldBe(first);
        _shop.Service.Revision.ShouldBe("api:2");
    }

    /// <summary>Nothing of a build is there to be read, and nothing is written.</summary>
    [Fact]
    public async Task The_release_that_serves_is_gone_back_to_without_changing_anything()
    {
        await _shop.DeployAsync();
        var current = (await _shop.CurrentAsync()).Release;
        var writes = _shop.Cloud.Writes.Count;

        var results = await RollBackAsync(current);

        results.Select(x => (x.Step, x.Outcome?.Word)).ShouldBe([("roll back", "Unchanged"), ("smoke test", "Unchanged"), ("record", "Unchanged")]);
        _shop.Cloud.Writes.Count.ShouldBe(writes);
    }

    private async Task<IReadOnlyList<StepResult>> RollBackAsync(ReleaseId? to = null)
    {
        var deployment = _shop.NewDeployment();
        var rollback = new RequestedRollback(deployment.Place, to, _shop.Settings, _shop.Reporter, _shop.Time);
        await using var run = new ReleaseRun(rollback, new ReleaseRunOptions(), _shop.Reporter, _shop.Time);
        rollback.Deployment.Results = () => run.Results;
        foreach (var step in rollback.Steps(deployment.Place.Outputs.PublicUrl is null ? [] : _shop.Checks))
        {
            if (!(await run.RunAsync(step, CancellationToken.None)).MayGoOn)
            {
                break;
            }
        }

        return run.Results;
    }
}
