using System.Text.Json;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The reference stacks, unchanged, with the real terraform and the real AWS provider, through the build as users run it, each on an emulator of its own.</summary>
[Trait("Category", "Integration")]
public sealed class StackTests(StackCycles cycles) : IClassFixture<StackCycles>
{
    [ToolFact("terraform", "moto_server")]
    public Task Flora_is_made_and_stays_and_changes_and_goes() => LivesAsync("flora");

    [ToolFact("terraform", "moto_server")]
    public Task Apprunner_is_made_and_stays_and_changes_and_goes() => LivesAsync("apprunner");

    [ToolFact("terraform", "moto_server")]
    public Task Ecommerce_is_made_and_stays_and_changes_and_goes() => LivesAsync("ecommerce");

    [ToolFact("terraform", "moto_server")]
    public Task Quizflow_is_made_and_stays_and_changes_and_goes() => LivesAsync("quizflow");

    [ToolFact("terraform", "moto_server")]
    public Task Cpm_is_made_and_stays_and_changes_and_goes() => LivesAsync("cpm");

    private async Task LivesAsync(string stack)
    {
        var cycle = await cycles.OfAsync(stack);

        cycle.Made.Output.ShouldContain("an emulator at http://127.0.0.1:");
        cycle.Case.Expectations.ShouldNotBeEmpty();
        cycle.Case.Expectations.Select(cycle.States.Made.Miss).Where(x => x is not null).ShouldBeEmpty();

        cycle.Again.ExitCode.ShouldBe(0, cycle.Again.Output);
        cycle.Again.StatusOf("TerraformPlan").ShouldBe("Unchanged", cycle.Again.Output);
        cycle.Again.StatusOf("TerraformApply").ShouldBe("Unchanged", cycle.Again.Output);

        cycle.States.Made.Miss(cycle.Case.Changed).ShouldNotBeNull("The change is there before it is made.");
        cycle.States.Changed.Miss(cycle.Case.Changed).ShouldBeNull();
        cycle.Changed.Output.ShouldContain("0 added, ");
        cycle.Changed.Output.ShouldContain(", 0 destroyed");

        cycle.Refused.ExitCode.ShouldNotBe(0);
        cycle.Refused.Output.ShouldContain("it destroys what holds data");
        cycle.Refused.Output.ShouldContain("module.ledger.");
        cycle.Destroyed.ExitCode.ShouldBe(0, cycle.Destroyed.Output);
        cycle.States.Destroyed.Count.ShouldBe(0);
    }
}
