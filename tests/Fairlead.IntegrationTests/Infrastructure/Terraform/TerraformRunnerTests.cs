using System.Text.Json;
using Fairlead.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>The real terraform, without a provider to install.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformRunnerTests : IDisposable
{
    private readonly TerraformWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [ToolFact("terraform")]
    public async Task A_stack_is_planned_shown_applied_read_and_destroyed()
    {
        _workspace.Write("main.tf", """
            variable "size" { type = number }
            variable "names" { type = list(string) }
            resource "terraform_data" "box" { input = { size = var.size, names = var.names } }
            output "size" { value = terraform_data.box.output.size }
            output "first" { value = terraform_data.box.output.names[0] }
            """);
        _workspace.Write("base.tfvars", "size = 1\nnames = [\"file\"]\n");
        var runner = await _workspace.RunnerAsync(x => x with
        {
            VariableFiles = ["base.tfvars"],
            Variables = new Dictionary<string, string> { ["size"] = "5", ["names"] = "[\"value\"]" },
        });

        await runner.InitAsync(CancellationToken.None);
        (await runner.StateSerialAsync(CancellationToken.None)).ShouldBeNull();
        var plan = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);
        plan.HasChanges.ShouldBeTrue();
        using (var shown = JsonDocument.Parse(await runner.ShowPlanJsonAsync(plan.File, CancellationToken.None)))
        {
            shown.RootElement.GetProperty("resource_changes")[0].GetProperty("address").GetString().ShouldBe("terraform_data.box");
        }

        (await runner.ApplyAsync(plan.File, CancellationToken.None)).ToString().ShouldBe("1 added, 0 changed, 0 destroyed");
        _workspace.Reporter.Lines.ShouldContain("terraform_data.box: creating");
        _workspace.Reporter.Text.ShouldContain("terraform_data.box: created in 0 s");
        using (var outputs = JsonDocument.Parse(await runner.OutputAsync(CancellationToken.None)))
        {
            outputs.RootElement.GetProperty("size").GetProperty("value").GetInt32().ShouldBe(5);
            outputs.RootElement.GetProperty("first").GetProperty("value").GetString().ShouldBe("value");
        }

        var serial = (await runner.StateSerialAsync(CancellationToken.None)).ShouldNotBeNull();
        serial.Serial.ShouldBeGreaterThan(0);
        Guid.TryParse(serial.Lineage, out _).ShouldBeTrue();

        var again = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);
        again.HasChanges.ShouldBeFalse();
        (await runner.ApplyAsync(again.File, CancellationToken.None)).IsUnchanged.ShouldBeTrue();
        (await runner.StateSerialAsync(CancellationToken.None)).ShouldBe(serial);

        (await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile, RefreshOnly = true }, CancellationToken.None)).HasChanges.ShouldBeFalse();
        (await _workspace.ApplyAsync(runner, destroy: true)).Destroyed.ShouldBe(1);
        using var state = JsonDocument.Parse(await _workspace.TerraformAsync("show", "-json"));
        state.RootElement.TryGetProperty("values", out _).ShouldBeFalse();
    }
}
