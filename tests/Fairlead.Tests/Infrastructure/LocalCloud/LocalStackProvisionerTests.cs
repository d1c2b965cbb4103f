using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;

namespace Fairlead.Tests.Infrastructure.LocalCloud;

public sealed class LocalStackProvisionerTests
{
    private const string Made = """
        {
          "changes": [{ "type": "aws_ecs_service", "name": "shop", "action": "Update" }, { "type": "aws_s3_bucket", "name": "shop-ledger", "action": "Unchanged" }],
          "outputs": {
            "stack": "shop", "region": "us-east-1", "ledger_bucket": "shop-ledger", "ledger_prefix": "fairlead",
            "services": [{
              "name": "worker", "service_host": "ecs", "cluster_name": "shop", "service_name": "shop-worker", "container_name": "service",
              "repository_uri": "127.0.0.1:4601/shop-worker"
            }],
            "sites": []
          }
        }
        """;

    private readonly LocalStackSpecification _shop = new() { Name = "shop" };

    [Fact]
    public async Task A_plan_is_asked_for_with_a_request_that_changes_nothing()
    {
        await using var cloud = Answering(200, """{ "changes": [{ "type": "aws_ecs_service", "name": "shop", "action": "Update" }] }""");

        var plan = await Provisioner(cloud).PlanAsync(CancellationToken.None);

        plan.Changes.ShouldBe([new ResourceChange("aws_ecs_service", "shop", ResourceAction.Update)]);
        var request = cloud.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path, request.Headers["X-Fairlead-Key"]).ShouldBe(("POST", "/_fairlead/stacks/shop", "secret"));
    }

    [Fact]
    public async Task What_was_done_and_the_outputs_are_those_of_the_answer()
    {
        await using var cloud = Answering(200, Made);

        var result = await Provisioner(cloud).ApplyAsync(CancellationToken.None);

        result.Plan.ToString().ShouldBe("0 to create, 1 to update, 1 unchanged");
        result.Outputs.PublicUrl.ShouldBeNull();
        result.Outputs.Sites.ShouldBeEmpty();
        var worker = result.Outputs.Services.ShouldHaveSingleItem();
        (worker.Name, worker.RepositoryUri, worker.HealthCheckPath).ShouldBe(("worker", "127.0.0.1:4601/shop-worker", null));
        cloud.Requests.ShouldHaveSingleItem().Method.ShouldBe("PUT");
    }

    [Fact]
    public async Task The_short_form_goes_over_the_wire_as_it_always_did_and_lists_only_where_they_were_set()
    {
        await using var cloud = Answering(200, Made);

        await Provisioner(cloud).ApplyAsync(CancellationToken.None);
        await Provisioner(cloud, _shop with { Services = [new LocalService("worker")], Sites = [] }).ApplyAsync(CancellationToken.None);

        var bodies = cloud.Requests.Select(x => x.Body).ToArray();
        bodies[0].ShouldBe(
            """{"name":"shop","containerPort":8080,"servicePathPattern":"/api/*","healthCheckPath":"/api/health","environment":{},"volumes":{}}""");
        bodies[1].ShouldEndWith(""","services":[{"name":"worker","containerPort":8080,"environment":{},"volumes":{}}],"sites":[]}""");
    }

    [Fact]
    public async Task Secrets_go_over_the_wire_as_names()
    {
        await using var cloud = Answering(200, Made);
        var secrets = new Dictionary<string, string> { ["DB_PASSWORD"] = "/shop/db-password" };

        await Provisioner(cloud, _shop with { Secrets = secrets }).ApplyAsync(CancellationToken.None);
        await Provisioner(cloud, _shop with { Services = [new LocalService("worker") { Secrets = secrets }] }).ApplyAsync(CancellationToken.None);

        cloud.Requests.Select(x => x.Body).ShouldAllBe(x => x.Contains(""" "secrets":{"DB_PASSWORD":"/shop/db-password"}""".Trim()));
    }

    [Fact]
    public async Task An_output_that_is_missing_is_named()
    {
        await using var cloud = Answering(200, Made.Replace("\"service_name\": \"shop-worker\", ", ""));

        (await Should.ThrowAsync<FairleadException>(() => Provisioner(cloud).ApplyAsync(CancellationToken.None))).Why.ShouldContain("services[0].service_name");
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_none_and_a_refusal_is_an_error()
    {
        await using var without = Answering(404, """{ "message": "There is no stack 'shop'." }""");
        await using var refusing = Answering(403, """{ "message": "The key is another one." }""");

        (await Provisioner(without).ReadAsync(CancellationToken.None)).ShouldBeNull();
        var error = await Should.ThrowAsync<FairleadException>(() => Provisioner(refusing).ReadAsync(CancellationToken.None));
        (error.What, error.Why).ShouldBe(("Stack shop could not be read.", "The key is another one."));
    }

    [Fact]
    public async Task A_local_cloud_that_does_not_answer_is_a_sentence()
    {
        var nobody = new Uri($"http://127.0.0.1:{FreePort.Next()}/");

        var error = await Should.ThrowAsync<FairleadException>(
            () => new LocalStackProvisioner(new LocalCloudEndpoints(1, "", nobody, nobody, nobody), _shop).PlanAsync(CancellationToken.None));

        error.What.ShouldBe("Stack shop could not be provisioned.");
        error.Why.ShouldContain("does not answer");
    }

    private LocalStackProvisioner Provisioner(LoopbackServer cloud, LocalStackSpecification? specification = null)
        => new(new LocalCloudEndpoints(1, "", cloud.Url, cloud.Url, cloud.Url) { ControlKey = "secret" }, specification ?? _shop);

    private static LoopbackServer Answering(int status, string body) => new(_ => new ScriptedResponse(status, body, ("Content-Type", "application/json")));
}
