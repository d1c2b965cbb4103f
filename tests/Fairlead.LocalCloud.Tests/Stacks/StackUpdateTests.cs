using System.Text.Json.Nodes;
using Fairlead.Infrastructure.LocalCloud;

namespace Fairlead.LocalCloud.Tests.Stacks;

/// <summary>What the provisioner does to a service that a deploy, or somebody by hand, has changed.</summary>
public sealed class StackUpdateTests : StackCloud
{
    private readonly LocalStackSpecification _shop = new()
    {
        Name = "shop",
        Environment = new Dictionary<string, string> { ["COLOUR"] = "blue", ["GREETING"] = "hello" },
        Volumes = new Dictionary<string, string> { ["data"] = "/app/data" },
    };

    [Fact]
    public async Task A_task_definition_made_by_hand_stays_as_long_as_the_specification_does()
    {
        await ApplyAsync(_shop);
        await RedefineAsync(x =>
        {
            var container = Container(x);
            container["image"] = "somebody/else:7";
            container["command"] = new JsonArray("--debug");
            container["environment"] = new JsonArray(Variable("ONLY", "this"));
            container["portMappings"]!.AsArray().Add(new JsonObject { ["containerPort"] = 9000, ["protocol"] = "tcp", ["hostPort"] = 9000 });
            container["mountPoints"] = new JsonArray();
            x["volumes"] = new JsonArray();
            (x["cpu"], x["memory"]) = ("1024", "2048");
        });
        var byHand = (await TaskDefinitionAsync()).ToJsonString();

        Told(await PlanAsync(_shop)).ShouldBeEmpty();
        var applied = await ApplyAsync(_shop);

        Told(applied.Plan).ShouldBeEmpty();
        (await TaskDefinitionAsync()).ToJsonString().ShouldBe(byHand);
        (await TaskDefinitionsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_changed_specification_is_told_before_and_after_and_changes_nothing_else()
    {
        await ApplyAsync(_shop);
        await RedefineAsync(x =>
        {
            Container(x)["image"] = "registry/shop@sha256:1";
            Container(x)["command"] = new JsonArray("--debug");
            Container(x)["secrets"] = new JsonArray(new JsonObject { ["name"] = "KEY", ["valueFrom"] = "arn:secret" });
            Container(x)["environment"]!.AsArray().Add(Variable("RELEASE_ID", "r1"));
            (x["cpu"], x["memory"]) = ("1024", "4096");
            x["tags"] = new JsonArray(new JsonObject { ["key"] = "release", ["value"] = "r1" });
        });
        var before = await TaskDefinitionAsync();
        var changed = _shop with { Environment = new Dictionary<string, string> { ["COLOUR"] = "red", ["SIZE"] = "L" } };

        var plan = await PlanAsync(changed);
        (await TaskDefinitionAsync()).ToJsonString().ShouldBe(before.ToJsonString());
        var applied = await ApplyAsync(changed);

        Told(plan).ShouldBe(["Update aws_ecs_service shop"]);
        applied.Plan.Changes.ShouldBe(plan.Changes);
        applied.Plan.ToString().ShouldBe("0 to create, 1 to update, 9 unchanged");
        var expected = (JsonObject)before.DeepClone();
        Container(expected)["environment"] = new JsonArray(Variable("COLOUR", "red"), Variable("RELEASE_ID", "r1"), Variable("SIZE", "L"));
        (await DescribedAsync()).ShouldBe(Stripped(expected));
        (await EcsAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = (string)(await TaskDefinitionAsync())["taskDefinitionArn"]! }))["tags"]!
            .ToJsonString().ShouldBe("""[{"key":"release","value":"r1"}]""");
        Told(await PlanAsync(changed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_service_is_like_already_is_neither_planned_nor_said_to_be_changed()
    {
        await ApplyAsync(_shop);
        await RedefineAsync(x => Container(x)["environment"] = new JsonArray(Variable("GREETING", "hello"), Variable("COLOUR", "red")));
        var revision = (string?)(await TaskDefinitionAsync())["taskDefinitionArn"];
        var changed = _shop with { Environment = new Dictionary<string, string> { ["COLOUR"] = "red", ["GREETING"] = "hello" } };

        Told(await PlanAsync(changed)).ShouldBeEmpty();
        Told((await ApplyAsync(changed)).Plan).ShouldBeEmpty();

        ((string?)(await TaskDefinitionAsync())["taskDefinitionArn"]).ShouldBe(revision);
    }

    [Fact]
    public async Task Another_health_check_path_changes_the_target_group_and_not_the_service()
    {
        await ApplyAsync(_shop);
        var changed = _shop with { HealthCheckPath = "/api/ready" };

        Told(await PlanAsync(changed)).ShouldBe(["Update aws_lb_target_group shop"]);
        Told((await ApplyAsync(changed)).Plan).ShouldBe(["Update aws_lb_target_group shop"]);

        (await TaskDefinitionsAsync()).ShouldHaveSingleItem();
        Told(await PlanAsync(changed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_port_is_that_of_the_container_and_of_the_load_balancer()
    {
        await ApplyAsync(_shop);
        var changed = _shop with { ContainerPort = 5000, Volumes = new Dictionary<string, string> { ["data"] = "/var/data", ["cache"] = "/cache" } };

        Told((await ApplyAsync(changed)).Plan).ShouldBe(["Update aws_ecs_service shop"]);

        var container = Container((JsonObject)await TaskDefinitionAsync());
        container["portMappings"]!.AsArray().Select(x => (int)x!["containerPort"]!).ShouldBe([5000]);
        container["mountPoints"]!.AsArray().Select(x => $"{x!["sourceVolume"]}:{x["containerPath"]}").ShouldBe(["data:/var/data", "cache:/cache"]);
        (await ServiceAsync())["loadBalancers"]!.AsArray().Select(x => (int)x!["containerPort"]!).ShouldBe([5000]);
        Directory.Exists(Path.Combine(StateFolder, "volumes", "shop", "cache")).ShouldBeTrue();
        Told((await ApplyAsync(changed)).Plan).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_worker_that_is_asked_from_now_on_gets_a_load_balancer_and_loses_it_again()
    {
        LocalStackSpecification Of(string? health) => new() { Name = "shop", Services = [new LocalService("api") { HealthCheckPath = health }] };
        await ApplyAsync(Of(null));

        var asked = await ApplyAsync(Of("/health"));
        Told(asked.Plan).ShouldBe(["Create aws_lb_target_group shop", "Update aws_ecs_service shop", "Create aws_cloudfront_distribution shop"]);
        (await ServiceAsync())["loadBalancers"]!.AsArray().Count.ShouldBe(1);
        asked.Outputs.PublicUrl.ShouldNotBeNull();

        var worker = await ApplyAsync(Of(null));
        Told(worker.Plan).ShouldBe(["Update aws_ecs_service shop"]);
        (await ServiceAsync())["loadBalancers"]!.AsArray().ShouldBeEmpty();
        worker.Outputs.PublicUrl.ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_was_cut_off_before_its_end_is_finished_by_the_next()
    {
        await ApplyAsync(_shop);
        await Server.DisposeAsync();
        File.Delete(Path.Combine(StateFolder, "stacks.json"));
        await StartAsync();

        (await Provisioner(_shop).ReadAsync(CancellationToken.None)).ShouldBeNull();
        Told((await ApplyAsync(_shop)).Plan).ShouldBeEmpty();
        (await Provisioner(_shop).ReadAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_changed_specification_that_the_running_task_definition_has_no_place_for_is_refused()
    {
        await ApplyAsync(_shop with { HealthCheckPath = "/api/health" });
        await RedefineAsync(x => Container(x)["name"] = "mine", balanced: "mine");
        Told(await PlanAsync(_shop)).ShouldBeEmpty();

        var error = await Should.ThrowAsync<FairleadException>(() => PlanAsync(_shop with { Environment = new Dictionary<string, string>() }));

        error.Why.ShouldContain("has no container 'service'");
    }

    private static JsonObject Container(JsonObject definition) => definition["containerDefinitions"]![0]!.AsObject();

    private static JsonObject Variable(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private async Task<string> DescribedAsync() => Stripped((JsonObject)(await TaskDefinitionAsync()).DeepClone());

    /// <summary>Without what every revision has of its own.</summary>
    private static string Stripped(JsonObject definition)
    {
        foreach (var own in new[] { "taskDefinitionArn", "revision", "registeredAt" })
        {
            definition.Remove(own);
        }

        return definition.ToJsonString();
    }
}
