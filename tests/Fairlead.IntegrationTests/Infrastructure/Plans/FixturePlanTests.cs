using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Guard;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;
using Fairlead.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>The plans that the unit tests read are still what terraform and the AWS provider make of the configurations beside them.</summary>
[Trait("Category", "Integration")]
public sealed class FixturePlanTests : IDisposable
{
    private static readonly string Fixtures = Path.Combine(RepositoryRoot.Find(), "tests", "Fairlead.Tests", "Infrastructure", "Plans", "Fixtures");
    private readonly TerraformWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [ToolFact("terraform")]
    public Task Everything_that_the_policy_checks_look_for() => CompareAsync("policy");

    [ToolFact("terraform")]
    public Task Every_kind_of_change() => CompareAsync("changes");

    [ToolFact("terraform")]
    public Task What_a_plan_calls_unknown() => CompareAsync("deferred");

    // Planned without a server: the provider is told to ask for nothing, and the state is taken as it is.
    private async Task CompareAsync(string fixture)
    {
        var source = Path.Combine(Fixtures, fixture);
        foreach (var file in Directory.EnumerateFiles(source, "*.tf", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_workspace.Stack, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (File.Exists(Path.Combine(source, "state.json")))
        {
            File.Copy(Path.Combine(source, "state.json"), Path.Combine(_workspace.Stack, "terraform.tfstate"));
        }

        var runner = await _workspace.RunnerAsync();
        await runner.InitAsync(CancellationToken.None);
        await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile, Refresh = false }, CancellationToken.None);

        var now = TerraformPlan.Parse(await runner.ShowPlanJsonAsync(_workspace.PlanFile, CancellationToken.None));
        var then = TerraformPlan.Parse(await File.ReadAllTextAsync(Path.Combine(source, "plan.json")));
        PlanSummary.Of(now).ToText().ShouldBe(PlanSummary.Of(then).ToText());
        PolicyChecks.Run(now, [], default).ToText().ShouldBe(PolicyChecks.Run(then, [], default).ToText());
        PlanGuard.Check(now, new PlanGuardOptions()).Refusals.ShouldBe(PlanGuard.Check(then, new PlanGuardOptions()).Refusals);
        var prices = await PriceTable.ReadAsync(Path.Combine(RepositoryRoot.Find(), "infra", "prices", "us-east-1.json"));
        CostEstimate.Of(now, prices).ToText().ShouldBe(CostEstimate.Of(then, prices).ToText());
    }
}
