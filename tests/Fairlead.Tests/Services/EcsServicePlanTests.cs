using System.Text.Json.Nodes;
using Fairlead.Services;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class EcsServicePlanTests
{
    [Fact]
    public async Task The_image_and_the_release_are_replaced_and_every_other_variable_keeps_its_place()
    {
        await using var ecs = new ScriptedEcs().Running();
        var container = ecs.Definitions[0]["containerDefinitions"]![0]!;
        container["environment"] = JsonNode.Parse("""[{"name":"Z","value":"z"},{"name":"RELEASE_ID","value":"r-old"},{"name":"A","value":"a"}]""");
        var release = ScriptedEcs.Release with { Environment = new Dictionary<string, string> { ["NEW_B"] = "b", ["A"] = "changed", ["NEW_A"] = "a" } };

        var plan = (EcsServicePlan)await ecs.Host().PlanAsync(release, default);

        var wanted = plan.TaskDefinition.Registration.ContainerDefinitions!.ShouldHaveSingleItem();
        wanted.Image.ShouldBe("repo@sha256:new");
        wanted.Environment!.Select(v => $"{v.Name}={v.Value}").ShouldBe(["Z=z", "RELEASE_ID=r-new", "A=changed", "NEW_A=a", "NEW_B=b", "RELEASE_COMMIT=abc"]);
        plan.TaskDefinition.ReusedArn.ShouldBeNull();
        plan.Describe().ShouldBe(["Service shop: from shop:1 to a new revision of shop with repo@sha256:new."]);
        ecs.Writes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_secrets_of_the_task_definition_go_into_the_new_revision_as_they_are()
    {
        await using var ecs = new ScriptedEcs().Running();
        const string secrets = """[{"name":"DB","valueFrom":"/shop/db"},{"name":"KEY","valueFrom":"arn:aws:secretsmanager:r:1:secret:key-AbCdEf:k::"}]""";
        ecs.Definitions[0]["containerDefinitions"]![0]!["secrets"] = JsonNode.Parse(secrets);
        ecs.Definitions[0]["executionRoleArn"] = "arn:aws:iam::123456789012:role/execution";

        var plan = (EcsServicePlan)await ecs.Host().PlanAsync(ScriptedEcs.Release, default);

        plan.TaskDefinition.ReusedArn.ShouldBeNull();
        var registration = plan.TaskDefinition.Registration;
        registration.ContainerDefinitions!.ShouldHaveSingleItem().Unmodelled!["secrets"].GetRawText().ShouldBe(secrets);
        registration.Unmodelled!["executionRoleArn"].GetString().ShouldBe("arn:aws:iam::123456789012:role/execution");
    }

    [Fact]
    public async Task The_newest_revision_is_reused_when_it_is_as_wanted_whatever_the_order_of_its_variables()
    {
        await using var ecs = new ScriptedEcs().Running();
        var newest = ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc");
        var variables = newest["containerDefinitions"]![0]!["environment"]!.AsArray();
        variables.Add(variables[0]!.DeepClone());
        variables.RemoveAt(0);
        ecs.Definitions.Add(newest);

        var plan = (EcsServicePlan)await ecs.Host().PlanAsync(ScriptedEcs.Release, default);

        plan.TaskDefinition.ReusedArn.ShouldBe(ScriptedEcs.Prefix + "shop:2");
        plan.Change.ShouldBe(ServiceChange.Update);
    }

    [Fact]
    public async Task A_newest_revision_that_differs_in_what_is_not_modelled_is_not_reused()
    {
        await using var ecs = new ScriptedEcs().Running();
        var newest = ScriptedEcs.Definition(2, "repo@sha256:new", "r-new", "abc");
        newest["cpu"] = "4096";
        ecs.Definitions.Add(newest);

        var plan = (EcsServicePlan)await ecs.Host().PlanAsync(ScriptedEcs.Release, default);

        plan.TaskDefinition.ReusedArn.ShouldBeNull();
    }

    [Fact]
    public async Task A_newest_revision_that_no_deploy_made_is_what_the_next_one_starts_from()
    {
        await using var ecs = new ScriptedEcs().Running();
        var infrastructures = ScriptedEcs.Definition(2, "placeholder", "r-old", "000");
        infrastructures["cpu"] = "4096";
        infrastructures["containerDefinitions"]![0]!["environment"] = JsonNode.Parse("""[{"name":"CORS_ORIGIN","value":"https://example.com"}]""");
        ecs.Definitions.Add(infrastructures);

        var plan = (EcsServicePlan)await ecs.Host().PlanAsync(ScriptedEcs.Release with { ImageDigestUri = "repo@sha256:old" }, default);

        plan.TaskDefinition.ReusedArn.ShouldBeNull();
        plan.TaskDefinition.Registration.Unmodelled!["cpu"].GetString().ShouldBe("4096");
        var wanted = plan.TaskDefinition.Registration.ContainerDefinitions!.ShouldHaveSingleItem();
        wanted.Image.ShouldBe("repo@sha256:old");
        wanted.Environment!.Select(v => $"{v.Name}={v.Value}").ShouldBe(["CORS_ORIGIN=https://example.com", "RELEASE_COMMIT=abc", "RELEASE_ID=r-new"]);
    }

    [Fact]
    public async Task A_plan_says_which_release_the_service_runs()
    {
        await using var ecs = new ScriptedEcs().Running();

        (await ecs.Host().PlanAsync(ScriptedEcs.Release, default)).CurrentReleaseId.ShouldBe("r-old");
    }

    [Fact]
    public async Task The_last_verified_revision_is_what_a_failure_goes_back_to()
    {
        await using var ecs = new ScriptedEcs().Running();

        var plan = (EcsServicePlan)await ecs.Host(o => o with { LastVerifiedRevision = "arn:verified:1" }).PlanAsync(ScriptedEcs.Release, default);

        plan.PreviousRevision.ShouldBe("arn:verified:1");
    }

    [Fact]
    public async Task An_image_named_by_tag_is_refused()
    {
        await using var ecs = new ScriptedEcs().Running();

        var error = await Should.ThrowAsync<FairleadException>(() => ecs
            .Host()
            .PlanAsync(ScriptedEcs.Release with { ImageDigestUri = "repo:latest" }, default));

        error.Why.ShouldContain("not named by digest");
    }

    [Fact]
    public async Task A_container_that_the_task_definition_does_not_have_is_refused()
    {
        await using var ecs = new ScriptedEcs().Running();

        var error = await Should.ThrowAsync<FairleadException>(() => ecs.Host(o => o with { Container = "web" }).PlanAsync(ScriptedEcs.Release, default));

        error.Why.ShouldBe("It has no container 'web'; it has 'api'.");
    }

    [Fact]
    public async Task The_status_names_the_release_that_is_stamped_on_the_revision()
    {
        await using var ecs = new ScriptedEcs().Running();

        (await ecs
            .Host()
            .StatusAsync(default)).ShouldBe(new ServiceStatus("shop", ScriptedEcs.Prefix + "shop:1", "repo@sha256:old", "r-old", "000", 1, 0, "COMPLETED"));
    }
}
