using System.Text.Json.Nodes;
using Fairlead.Infrastructure.LocalCloud;

namespace Fairlead.LocalCloud.Tests.Stacks;

/// <summary>A stack whose service wants secrets: the stack names them, and the values are the user's.</summary>
public sealed class StackSecretsTests : StackCloud
{
    private readonly LocalStackSpecification _shop = new()
    {
        Name = "shop",
        Environment = new Dictionary<string, string> { ["COLOUR"] = "blue" },
        Secrets = new Dictionary<string, string> { ["DB_PASSWORD"] = "/shop/db-password", ["KEY"] = "/shop/key" },
    };

    [Fact]
    public async Task A_parameter_that_is_missing_is_told_with_the_command_that_puts_it_and_nothing_is_made()
    {
        await PutParameterAsync("/shop/key", "k");

        var planned = await Should.ThrowAsync<FairleadException>(() => PlanAsync(_shop));
        var applied = await Should.ThrowAsync<FairleadException>(() => ApplyAsync(_shop));

        planned.Why.ShouldBe(
            $"DB_PASSWORD of the service api comes from '/shop/db-password', which is not there: take the local cloud's keys with "
                + "`eval \"$(./build.sh LocalCloudEnvironment)\"`, and put it with `aws ssm put-parameter "
                + "--name /shop/db-password --type SecureString --value VALUE`.");
        applied.Why.ShouldBe(planned.Why);
        (await Provisioner(_shop).ReadAsync(CancellationToken.None)).ShouldBeNull();
        (await EcsAsync("ListClusters", []))["clusterArns"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_task_definition_names_the_parameters_and_holds_no_value()
    {
        await PutAllAsync();

        await ApplyAsync(_shop);

        var definition = await TaskDefinitionAsync();
        Secrets(definition).ShouldBe(["DB_PASSWORD=/shop/db-password", "KEY=/shop/key"]);
        ((string)definition["executionRoleArn"]!).ShouldBe("arn:aws:iam::000000000000:role/ecsTaskExecutionRole");
        definition.ToJsonString().ShouldNotContain("hunter2");
        Told(await PlanAsync(_shop)).ShouldBeEmpty();
        await RestartAsync();
        Told(await PlanAsync(_shop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_service_of_the_long_form_has_its_own()
    {
        await PutAllAsync();
        var stack = new LocalStackSpecification
        {
            Name = "shop",
            Services = [new LocalService("mails") { Secrets = new Dictionary<string, string> { ["KEY"] = "/shop/key" } }, new LocalService("clock")],
        };

        await ApplyAsync(stack);

        Secrets(await TaskDefinitionAsync("shop-mails")).ShouldBe(["KEY=/shop/key"]);
        Secrets(await TaskDefinitionAsync("shop-clock")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_specification_changes_the_secrets_that_it_says_otherwise_and_leaves_the_others()
    {
        await PutAllAsync();
        await PutParameterAsync("/shop/colour", "red");
        await ApplyAsync(_shop);
        await RedefineAsync(x => x["containerDefinitions"]![0]!["secrets"]!.AsArray().Add(new JsonObject { ["name"] = "HAND", ["valueFrom"] = "/hand" }));

        // What was a plain variable becomes a secret, and the other way round.
        var changed = _shop with
        {
            Environment = new Dictionary<string, string> { ["KEY"] = "plain" },
            Secrets = new Dictionary<string, string> { ["DB_PASSWORD"] = "/shop/key", ["COLOUR"] = "/shop/colour" },
        };
        Told(await PlanAsync(changed)).ShouldBe(["Update aws_ecs_service shop"]);
        await ApplyAsync(changed);

        var definition = await TaskDefinitionAsync();
        Secrets(definition).Order().ShouldBe(["COLOUR=/shop/colour", "DB_PASSWORD=/shop/key", "HAND=/hand"]);
        definition["containerDefinitions"]![0]!["environment"]!.AsArray().Select(x => $"{x!["name"]}={x["value"]}").ShouldBe(["KEY=plain"]);
    }

    [Fact]
    public async Task A_first_secret_of_a_service_that_has_none_brings_the_role()
    {
        await PutAllAsync();
        await ApplyAsync(_shop with { Secrets = null });

        await ApplyAsync(_shop);

        var definition = await TaskDefinitionAsync();
        Secrets(definition).Length.ShouldBe(2);
        definition["executionRoleArn"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_variable_that_was_set_by_hand_gives_way_to_the_secret_of_its_name()
    {
        await PutAllAsync();
        await ApplyAsync(_shop with { Secrets = null });
        await RedefineAsync(x => x["containerDefinitions"]![0]!["environment"]!.AsArray().Add(new JsonObject { ["name"] = "KEY", ["value"] = "hand" }));

        await ApplyAsync(_shop);

        (await TaskDefinitionAsync())["containerDefinitions"]![0]!["environment"]!.AsArray().Select(x => (string)x!["name"]!).ShouldBe(["COLOUR"]);
    }

    [Theory]
    [InlineData("COLOUR", "/shop/key", "leave it in one of them")]
    [InlineData("", "/shop/key", "needs a variable to stand in")]
    [InlineData("KEY", "", "needs a variable to stand in")]
    public async Task A_secret_that_cannot_be_is_refused(string variable, string from, string why)
    {
        await PutAllAsync();

        var error = await Should.ThrowAsync<FairleadException>(
            () => ApplyAsync(_shop with { Secrets = new Dictionary<string, string> { [variable] = from } }));

        error.Why.ShouldContain(why);
    }

    [Fact]
    public async Task Secrets_beside_lists_are_refused_as_all_that_stands_in_the_services()
        => (await Should.ThrowAsync<FairleadException>(() => ApplyAsync(_shop with { Environment = new Dictionary<string, string>(), Sites = [] })))
            .Why.ShouldContain("secrets");

    private static string[] Secrets(JsonNode definition)
        => [.. (definition["containerDefinitions"]![0]!["secrets"] as JsonArray ?? []).Select(x => $"{x!["name"]}={x["valueFrom"]}")];

    private async Task PutAllAsync()
    {
        await PutParameterAsync("/shop/db-password", "hunter2");
        await PutParameterAsync("/shop/key", "k");
    }
}
