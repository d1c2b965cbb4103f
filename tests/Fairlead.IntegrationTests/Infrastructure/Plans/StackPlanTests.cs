using Fairlead.Infrastructure.Plans;
using Fairlead.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>The five stacks keep to the policy that their users are held to, and the price table knows all that they are made of.</summary>
[Trait("Category", "Integration")]
public sealed class StackPlanTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>, IDisposable
{
    private readonly TerraformWorkspace _workspace = new(emulator.Environment);

    public void Dispose() => _workspace.Dispose();

    [ToolTheory("moto_server", "terraform")]
    [InlineData("flora", false)]
    [InlineData("apprunner", true)]
    [InlineData("ecommerce", false)]
    [InlineData("quizflow", true)]
    [InlineData("cpm", true)]
    public async Task A_stack_breaks_no_policy_and_has_a_price(string stack, bool needsDomain)
    {
        // With the roles for CI, which are what may do most; without the zones of example.tfvars, which no emulator knows.
        var variables = new Dictionary<string, string> { ["github_repository"] = "owner/name", ["state_bucket"] = "owner-terraform-state" };
        if (needsDomain)
        {
            variables["domain_name"] = "example.com";
        }

        var infrastructure = Repository.PathOf("infra");
        Copy(infrastructure, Path.Combine(_workspace.Folder, "infra"));
        var directory = Path.Combine(_workspace.Folder, "infra", "stacks", stack);
        await File.WriteAllTextAsync(Path.Combine(directory, "backend_override.tf"), "terraform {\n  backend \"local\" {}\n}\n");
        var runner = await _workspace.RunnerAsync(x => x with { Directory = directory, Variables = variables });
        await runner.InitAsync(CancellationToken.None);
        await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);
        var plan = TerraformPlan.Parse(await runner.ShowPlanJsonAsync(_workspace.PlanFile, CancellationToken.None));

        var report = PolicyChecks.Run(plan, await PolicyWaivers.ReadAsync(directory), DateOnly.FromDateTime(DateTime.UtcNow));
        report.MayApply.ShouldBeTrue(report.ToText());
        report.Unused.ShouldBeEmpty();
        report.Expired.ShouldBeEmpty();

        var cost = CostEstimate.Of(plan, await PriceTable.ReadAsync(Path.Combine(infrastructure, "prices", "us-east-1.json")));
        cost.After.ShouldBeGreaterThan(0);
        cost.NotPriced.ShouldBeEmpty();
    }

    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(x => !Path.GetRelativePath(source, x).Split('/', '\\').Contains(".terraform")))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
