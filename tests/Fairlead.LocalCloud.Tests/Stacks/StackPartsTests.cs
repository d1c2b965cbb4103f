using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.Services.Ecs;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

public sealed class StackPartsTests : StackCloud
{
    private static LocalService Api => new("api") { PathPattern = "/api/*", HealthCheckPath = "/api/health" };

    private static LocalService Worker => new("worker");

    [Fact]
    public async Task The_short_form_has_the_resources_and_outputs_that_it_always_had()
    {
        var made = await ApplyAsync(new LocalStackSpecification { Name = "shop" });

        Told(made.Plan).ShouldBe(
        [
            "Create aws_s3_bucket shop-site",
            "Create aws_s3_bucket shop-ledger",
            "Create aws_ecr_repository shop",
            "Create aws_cloudwatch_log_group /ecs/shop",
            "Create aws_ecs_cluster shop",
            "Create aws_lb_target_group shop",
            "Create aws_ecs_service shop",
            "Create aws_cloudfront_origin_access_control shop-site",
            "Create aws_cloudfront_distribution shop",
            "Create aws_s3_bucket_policy shop-site",
        ]);
        made.Outputs.ShouldBe(new StackOutputs
        {
            Stack = "shop",
            Region = "us-east-1",
            LedgerBucket = "shop-ledger",
            LedgerPrefix = "fairlead",
            PublicUrl = Server.Endpoints.Edge,
            Services =
            [
                new StackService("api", new EcsServiceOutputs("shop", "shop", "service"))
                {
                    LogGroup = "/ecs/shop",
                    RepositoryName = "shop",
                    RepositoryUri = $"{Server.Endpoints.Registry.Authority}/shop",
                    HealthCheckPath = "/api/health",
                },
            ],
            Sites = [new StackSite("web", "shop-site") { DistributionId = made.Outputs.Sites.Single().DistributionId }],
        });
        (await Provisioner(new LocalStackSpecification { Name = "shop" }).ReadAsync(CancellationToken.None)).ShouldBe(made.Outputs);
    }

    [Fact]
    public async Task The_long_form_of_the_short_one_is_the_same_stack()
    {
        await ApplyAsync(new LocalStackSpecification { Name = "shop" });

        Told(await PlanAsync(new LocalStackSpecification { Name = "shop", Services = [Api], Sites = [new LocalSite("web")] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stack_that_gets_further_parts_keeps_what_it_has()
    {
        var before = await ApplyAsync(new LocalStackSpecification { Name = "shop" });

        var after = await ApplyAsync(new LocalStackSpecification { Name = "shop", Services = [Api, Worker], Sites = [new LocalSite("web")] });

        Told(after.Plan).ShouldBe(
        [
            "Create aws_ecr_repository shop-worker",
            "Create aws_cloudwatch_log_group /ecs/shop-worker",
            "Create aws_ecs_service shop-worker",
        ]);
        after.Outputs.Services[0].ShouldBe(before.Outputs.Services[0]);
        after.Outputs.Sites.ShouldBe(before.Outputs.Sites);
    }

    [Fact]
    public async Task A_site_alone_is_a_bucket_and_a_distribution_in_front_of_it()
    {
        var made = await ApplyAsync(new LocalStackSpecification { Name = "shop", Sites = [new LocalSite("web")] });
        await PutObjectAsync("shop-site", "index.html", "the page");

        Told(made.Plan).ShouldBe(
        [
            "Create aws_s3_bucket shop-site",
            "Create aws_s3_bucket shop-ledger",
            "Create aws_cloudfront_origin_access_control shop-site",
            "Create aws_cloudfront_distribution shop",
            "Create aws_s3_bucket_policy shop-site",
        ]);
        made.Outputs.Services.ShouldBeEmpty();
        (await VisitAsync(made.Outputs.PublicUrl!, "/")).ShouldBe((200, "the page"));
        (await VisitAsync(made.Outputs.PublicUrl!, "/some/route")).ShouldBe((200, "the page"));
        (await VisitAsync(made.Outputs.PublicUrl!, "/api/health")).ShouldBe((200, "the page"));
    }

    [Fact]
    public async Task An_api_alone_has_a_distribution_that_sends_it_every_path_and_no_site_bucket()
    {
        var made = await ApplyAsync(new LocalStackSpecification { Name = "shop", Services = [new LocalService("api") { HealthCheckPath = "/health" }] });
        await using var service = await ServeAsync("shop", "the API");

        Told(made.Plan).ShouldNotContain(x => x.EndsWith("shop-site", StringComparison.Ordinal));
        made.Outputs.Sites.ShouldBeEmpty();
        made.Outputs.Services.Single().HealthCheckPath.ShouldBe("/health");
        (await VisitAsync(made.Outputs.PublicUrl!, "/")).ShouldBe((200, "the API at /"));
        (await VisitAsync(made.Outputs.PublicUrl!, "/orders/1")).ShouldBe((200, "the API at /orders/1"));
    }

    [Fact]
    public async Task A_worker_alone_has_no_distribution_no_public_url_and_no_target_group()
    {
        var made = await ApplyAsync(new LocalStackSpecification { Name = "shop", Services = [Worker] });

        Told(made.Plan).ShouldBe(
        [
            "Create aws_s3_bucket shop-ledger",
            "Create aws_ecr_repository shop-worker",
            "Create aws_cloudwatch_log_group /ecs/shop-worker",
            "Create aws_ecs_cluster shop",
            "Create aws_ecs_service shop-worker",
        ]);
        made.Outputs.PublicUrl.ShouldBeNull();
        made.Outputs.Services.ShouldBe(
        [
            new StackService("worker", new EcsServiceOutputs("shop", "shop-worker", "service"))
            {
                LogGroup = "/ecs/shop-worker",
                RepositoryName = "shop-worker",
                RepositoryUri = $"{Server.Endpoints.Registry.Authority}/shop-worker",
            },
        ]);
        var service = await ServiceAsync("shop-worker");
        service["loadBalancers"]!.AsArray().ShouldBeEmpty();
        service["healthCheckGracePeriodSeconds"].ShouldBeNull();
        (await TaskDefinitionAsync("shop-worker"))["containerDefinitions"]![0]!["portMappings"]!.AsArray().ShouldBeEmpty();
        Told((await ApplyAsync(new LocalStackSpecification { Name = "shop", Services = [Worker] })).Plan).ShouldBeEmpty();
        (await Provisioner(new LocalStackSpecification { Name = "shop", Services = [Worker] }).ReadAsync(CancellationToken.None)).ShouldBe(made.Outputs);
    }

    [Fact]
    public async Task Two_sites_and_two_services_have_a_distribution_for_each_site_and_every_service_behind_both()
    {
        var specification = new LocalStackSpecification
        {
            Name = "shop",
            Services = [Api, new LocalService("billing") { PathPattern = "/billing/*", HealthCheckPath = "/billing/health" }],
            Sites = [new LocalSite("web"), new LocalSite("admin")],
        };
        var made = await ApplyAsync(specification);
        await PutObjectAsync("shop-site", "index.html", "the shop");
        await PutObjectAsync("shop-admin", "index.html", "the office");

        made.Outputs.Services.Select(x => (x.Name, x.HealthCheckPath)).ShouldBe([("api", "/api/health"), ("billing", "/billing/health")]);
        made.Outputs.Sites.Select(x => (x.Name, x.Bucket)).ShouldBe([("web", "shop-site"), ("admin", "shop-admin")]);
        made.Outputs.PublicUrl.ShouldBe(Server.Endpoints.Edge);
        var (shop, office) = (made.Outputs.PublicUrl!, made.Outputs.Sites[1].Url!);
        office.ShouldNotBe(shop);
        (await VisitAsync(shop, "/")).ShouldBe((200, "the shop"));
        (await VisitAsync(shop, "/some/route")).ShouldBe((200, "the shop"));
        (await VisitAsync(office, "/")).ShouldBe((200, "the office"));
        (await VisitAsync(office, "/some/route")).ShouldBe((200, "the office"));
        await using (await ServeAsync("shop", "the API"))
        await using (await ServeAsync("shop-billing", "the bills"))
        {
            foreach (var url in new[] { shop, office })
            {
                (await VisitAsync(url, "/api/health")).ShouldBe((200, "the API at /api/health"));
                (await VisitAsync(url, "/billing/7")).ShouldBe((200, "the bills at /billing/7"));
            }
        }

        Told((await ApplyAsync(specification)).Plan).ShouldBeEmpty();
        await RestartAsync();
        (await Provisioner(specification).ReadAsync(CancellationToken.None))!.Sites.Select(x => x.DistributionId)
            .ShouldBe(made.Outputs.Sites.Select(x => x.DistributionId));
    }

    [Fact]
    public async Task A_service_whose_health_check_path_leads_elsewhere_is_not_said_to_be_asked_there()
    {
        var made = await ApplyAsync(new LocalStackSpecification
        {
            Name = "shop",
            Services = [Api with { HealthCheckPath = "/health" }, new LocalService("internal") { HealthCheckPath = "/api/health" }],
            Sites = [new LocalSite("web")],
        });

        made.Outputs.Services.ShouldAllBe(x => x.HealthCheckPath == null);
        Told(made.Plan).ShouldContain("Create aws_lb_target_group shop-internal");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        (await RefusedAsync(new() { Name = "shop", Services = [], Sites = [] })).ShouldContain("neither a service nor a site");
        (await RefusedAsync(new() { Name = "shop", Services = [new("Api!")] })).ShouldContain("'Api!'");
        (await RefusedAsync(new() { Name = "shop", Services = [Worker], Sites = [new("worker")] })).ShouldContain("Two parts of the stack are called 'worker'");
        (await RefusedAsync(new() { Name = "shop", Sites = [new("ledger")] })).ShouldContain("cannot be called 'ledger'");
        (await RefusedAsync(new() { Name = "shop", Services = [Worker with { PathPattern = "/jobs/*" }] })).ShouldContain("no health check path");
        (await RefusedAsync(new() { Name = "shop", Services = [Api with { PathPattern = $"/{new string('a', 255)}" }] })).ShouldContain("256 characters");
        (await RefusedAsync(new() { Name = "shop", Services = [Api, Api with { Name = "other" }] })).ShouldContain("services api and other");
        (await RefusedAsync(new() { Name = "shop", Services = [Worker], ContainerPort = 5000 })).ShouldContain("not beside them");
        Told(await PlanAsync(new() { Name = "shop" })).Length.ShouldBe(10);
    }

    [Fact]
    public async Task A_part_that_would_share_its_resources_with_another_stack_is_refused()
    {
        await ApplyAsync(new LocalStackSpecification { Name = "shop", Services = [Worker] });

        (await RefusedAsync(new() { Name = "shop-worker" })).ShouldContain("belongs to stack 'shop'");
    }

    private async Task<string> RefusedAsync(LocalStackSpecification specification)
        => (await Should.ThrowAsync<FairleadException>(() => ApplyAsync(specification))).Why;

    /// <summary>A target of the group that answers with its name and the path it was asked for.</summary>
    private async Task<ServedTarget> ServeAsync(string targetGroup, string name)
    {
        var server = new LoopbackServer(x => new ScriptedResponse(200, $"{name} at {x.Path}", ("Content-Type", "text/plain")));
        var group = Server.Services.GetRequiredService<TargetGroups>().Find(targetGroup)!;
        var healthy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        group.Changed += () => healthy.TrySetResult();
        group.Register("target", server.Url.Port);
        await healthy.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return new ServedTarget(server, group);
    }

    private sealed class ServedTarget(LoopbackServer server, TargetGroup group) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await group.DeregisterAsync("target");
            await server.DisposeAsync();
        }
    }
}
