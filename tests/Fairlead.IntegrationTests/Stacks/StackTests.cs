namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// The reference stacks, unchanged, with the real terraform and the real AWS provider, through the build as users run it, each on an emulator of its
/// own; and the whole deploy to each, in which everything is real but the service itself. Those whose content has not changed since they last passed are
/// left out: <see cref="StackRecordTests" /> says which.
/// </summary>
[Collection(StackCyclesCollection.Name)]
[Trait("Category", "Integration")]
public sealed class StackTests(StackCycles cycles)
{
    /// <summary>What a deploy asks of the host that runs the service, by the output <c>service_host</c>.</summary>
    private static readonly Dictionary<string, string[]> HostCalls = new()
    {
        ["ecs"] = [
            "ecr GetAuthorizationToken",
            "ecr DescribeRepositories",
            "ecs RegisterTaskDefinition",
            "ecs RunTask",
            "ecs UpdateService",
            "ecs DescribeServices"
        ],
        ["apprunner"] = [
            "ecr GetAuthorizationToken",
            "ecr DescribeRepositories",
            "apprunner UpdateService",
            "apprunner ListOperations",
            "apprunner DescribeService"
        ],
        ["ec2"] = ["ssm DescribeInstanceInformation", "ssm SendCommand", "ssm ListCommands"],
    };

    [StackFact("flora", "terraform", "moto_server", "docker-registry")]
    public Task Flora_is_made_and_deployed_to_and_stays_and_changes_and_goes() => LivesAsync("flora");

    [StackFact("apprunner", "terraform", "moto_server", "docker-registry")]
    public Task Apprunner_is_made_and_deployed_to_and_stays_and_changes_and_goes() => LivesAsync("apprunner");

    [StackFact("ecommerce", "terraform", "moto_server", "docker-registry")]
    public Task Ecommerce_is_made_and_deployed_to_and_stays_and_changes_and_goes() => LivesAsync("ecommerce");

    [StackFact("quizflow", "terraform", "moto_server", "docker-registry")]
    public Task Quizflow_is_made_and_deployed_to_and_stays_and_changes_and_goes() => LivesAsync("quizflow");

    [StackFact("cpm", "terraform", "moto_server", "docker-registry")]
    public Task Cpm_is_made_and_deployed_to_and_stays_and_changes_and_goes() => LivesAsync("cpm");

    private async Task LivesAsync(string stack)
    {
        var cycle = await cycles.OfAsync(stack);

        cycle.Made.Output.ShouldContain("an emulator at http://127.0.0.1:");
        cycle.Case.Expectations.ShouldNotBeEmpty();
        cycle.Case.Expectations.Select(cycle.States.Made.Miss).Where(x => x is not null).ShouldBeEmpty();

        ShouldBeDeployedTo(cycle);
        ShouldStayAsItIs(cycle);

        cycle.States.Made.Miss(cycle.Case.Changed).ShouldNotBeNull("The change is there before it is made.");
        cycle.States.Changed.Miss(cycle.Case.Changed).ShouldBeNull();
        cycle.Changed.Output.ShouldContain("0 added, ");
        cycle.Changed.Output.ShouldContain(", 0 destroyed");

        (cycle.Refused is not null).ShouldBe(cycle.Case.IsRefused);
        if (cycle.Refused is { } refused)
        {
            refused.ExitCode.ShouldNotBe(0);
            refused.Output.ShouldContain("it destroys what holds data");
            refused.Output.ShouldContain("module.ledger.");
        }

        cycle.Destroyed.ExitCode.ShouldBe(0, cycle.Destroyed.Output);
        cycle.States.Destroyed.Count.ShouldBe(0);
        StackRecord.OfThisRepository.Pass(stack);
    }

    /// <summary>Everything that the emulator has was really asked and read back, and what nothing serves never says Succeeded alone.</summary>
    private static void ShouldBeDeployedTo(StackCycle cycle)
    {
        var deployed = cycle.Deployed;
        deployed.ExitCode.ShouldBe(0, deployed.Output);
        deployed.StatusOf("TerraformPlan").ShouldBe("Unchanged", deployed.Output);
        deployed.StatusOf("TerraformApply").ShouldBe("Unchanged", deployed.Output);
        deployed.Output.ShouldContain("The smoke tests did not run.");
        deployed.Output.ShouldContain("Succeeded (not smoke-tested)");
        deployed.StatusOf("SmokeTest").ShouldBe("Not", deployed.Output);

        var host = cycle.States.Made.Output("service_host").ShouldNotBeNull();
        HostCalls[host].Prepend("s3 PUT").Where(x => !cycle.DeployCalls.Contains(x)).ShouldBeEmpty();
        cycle.DeployCalls.Any(x => x.StartsWith("cloudfront ", StringComparison.Ordinal) && x.Contains("invalidation", StringComparison.OrdinalIgnoreCase))
            .ShouldBe(cycle.States.Made.Output("distribution_id") is not null);

        // Instances unpack an archive from a bucket; everybody else runs an image.
        cycle.Repositories.Contains(cycle.Case.Name, StringComparison.Ordinal).ShouldBe(host != "ec2", cycle.Repositories);
    }

    private static void ShouldStayAsItIs(StackCycle cycle)
    {
        var redeployed = cycle.Redeployed;
        redeployed.ExitCode.ShouldBe(0, redeployed.Output);
        foreach (var target in new[] { "TerraformPlan", "TerraformApply", "PushEcr", "Migrate", "DeployService", "SyncS3", "Invalidate", "Deploy" })
        {
            redeployed.StatusOf(target).ShouldBe(IsApplicable(cycle, target) ? "Unchanged" : "Not", $"{target} in{Environment.NewLine}{redeployed.Output}");
        }

        redeployed.Output.ShouldContain("Unchanged (not smoke-tested)");
        cycle.Status.ExitCode.ShouldBe(0, cycle.Status.Output);
        cycle.Status.Output.ShouldContain("Succeeded (not smoke-tested)");
        cycle.Status.Output.ShouldContain("Terraform's state ");
        cycle.StatusOfChanged.ExitCode.ShouldBe(2, cycle.StatusOfChanged.Output);
        cycle.StatusOfChanged.Output.ShouldMatch(@"Terraform's state is at serial \d+, and the release recorded \d+: the infrastructure was changed since\.");
    }

    /// <summary>Whether the stack has anything of the kind; where it has not, the word is <c>Not applicable</c>.</summary>
    private static bool IsApplicable(StackCycle cycle, string target) => (target, cycle.States.Made.Output("service_host")) switch
    {
        ("PushEcr" or "Migrate", "ec2") => false, // instances unpack an archive, and migrate when they deploy
        ("Migrate", "apprunner") => false, // the service migrates when it starts
        ("Invalidate", _) => cycle.States.Made.Output("distribution_id") is not null,
        _ => true,
    };
}
