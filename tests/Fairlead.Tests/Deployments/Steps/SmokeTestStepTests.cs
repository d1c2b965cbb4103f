using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments.Steps;

/// <summary>Checks that write run where something was deployed or gone back to, and what is said is what ran.</summary>
public sealed class SmokeTestStepTests : IAsyncLifetime
{
    private readonly Shop _shop = new() { Checks = [Smoke.Get("/").NamesRelease(), Smoke.Get(SmallCloud.HealthPath).Expects(200).Writes()] };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task A_deploy_and_a_rollback_run_those_that_write_and_an_unchanged_deploy_does_not()
    {
        (await SmokeTestAsync(_shop.DeployAsync())).ShouldBe(Outcome.Succeeded("2 checks passed."));
        (await SmokeTestAsync(_shop.DeployAsync())).ShouldBe(Outcome.Unchanged("1 checks that only read passed."));

        _shop.Change("Sale");
        await _shop.DeployAsync();
        (await SmokeTestAsync(_shop.GoBackAsync())).ShouldBe(Outcome.Succeeded("2 checks passed."));
        (await SmokeTestAsync(_shop.GoBackAsync((await _shop.CurrentAsync()).Release))).ShouldBe(Outcome.Unchanged("1 checks that only read passed."));
    }

    private static async Task<Outcome?> SmokeTestAsync(Task<IReadOnlyList<Fairlead.Deployments.StepResult>> run)
        => (await run).Single(x => x.Step == "smoke test").Outcome;
}
