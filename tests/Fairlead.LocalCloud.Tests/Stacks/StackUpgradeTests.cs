using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.S3.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

/// <summary>The state that the first version of the provisioner left, as its files were on the disk.</summary>
public sealed class StackUpgradeTests : StackCloud
{
    private const string Root = "/var/lib/local-cloud";
    private const string TargetGroupPort = "41443";

    private readonly LocalStackSpecification _shop = new()
    {
        Name = "shop",
        Environment = new Dictionary<string, string> { ["COLOUR"] = "blue" },
        Volumes = new Dictionary<string, string> { ["data"] = "/app/data" },
    };

    public override async Task InitializeAsync()
    {
        var port = FreePort.Lasting(1)[0].ToString(CultureInfo.InvariantCulture);
        var state = Path.Combine(AppContext.BaseDirectory, "Stacks", "StateOfVersion1");
        foreach (var file in Directory.GetFiles(state, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(StateFolder, Path.GetRelativePath(state, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllTextAsync(target, (await File.ReadAllTextAsync(file)).Replace(Root, StateFolder).Replace(TargetGroupPort, port));
        }

        await base.InitializeAsync();
    }

    [Fact]
    public async Task An_earlier_local_cloud_goes_on_as_it_was()
    {
        var read = (await Provisioner(_shop).ReadAsync(CancellationToken.None)).ShouldNotBeNull();
        var applied = await ApplyAsync(_shop);

        Told(applied.Plan).ShouldBeEmpty();
        applied.Outputs.ShouldBe(read);
        read.Sites.Single().ShouldBe(new("web", "shop-site") { DistributionId = "EBGPM9CQKQP2B8" });
        (read.Services.Single().Name, read.Services.Single().LogGroup).ShouldBe(("api", "/ecs/shop"));
        (await TaskDefinitionsAsync()).ShouldHaveSingleItem();
    }

    /// <summary>The edge read every bucket then, and asks S3 as somebody since.</summary>
    [Fact]
    public async Task Its_site_is_served_on_and_what_goes_missing_later_is_told()
    {
        await PutObjectAsync("shop-site", "index.html", "the page");

        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
        (await VisitAsync(Server.Endpoints.Edge, "/assets/missing.js")).Status.ShouldBe(404);
        Told(await PlanAsync(_shop)).ShouldBeEmpty();

        Server.Services.GetRequiredService<S3Store>().Bucket("shop-site").Configure(x => x with { Policy = null });
        await RestartAsync();
        (await VisitAsync(Server.Endpoints.Edge, "/")).Status.ShouldBe(403);
        Told((await ApplyAsync(_shop)).Plan).ShouldBe(["Create aws_s3_bucket_policy shop-site"]);
        (await VisitAsync(Server.Endpoints.Edge, "/")).ShouldBe((200, "the page"));
    }

    /// <summary>A part that was taken out stays with its data, and a first apply that was killed has recorded nothing.</summary>
    [Fact]
    public async Task Sites_that_no_stack_has_any_more_or_yet_are_served_on_too()
    {
        await MakeOfVersion1Async(
            DistributionConfig.ForParts("shop-admin", "shop-admin", "us-east-1", [], controlId: null),
            DistributionConfig.ForParts("begun", "begun-site", "us-east-1", [], controlId: null));
        var distributions = Server.Services.GetRequiredService<DistributionStore>();

        foreach (var (name, bucket) in new[] { ("shop-admin", "shop-admin"), ("begun", "begun-site") })
        {
            await PutObjectAsync(bucket, "index.html", name);
            var url = new UriBuilder(Server.Endpoints.Edge) { Host = distributions.DomainName(distributions.Find(name)!.Id) }.Uri;
            (await VisitAsync(url, "/")).ShouldBe((200, name));
        }

        Log().ShouldNotContain("by no right");
    }

    [Fact]
    public async Task Distributions_of_other_hands_are_left_alone_and_named_in_the_log_once()
    {
        var own = DistributionConfig.ForParts("own", "hand-made", "us-east-1", [], controlId: null);
        await MakeOfVersion1Async(own, own with
        {
            CallerReference = "hand-made",
            Comment = "hand-made",
            Origins = [own.Origins[0] with { Id = "files" }],
            DefaultCacheBehavior = own.DefaultCacheBehavior with { TargetOriginId = "files" },
        });
        await PutObjectAsync("hand-made", "index.html", "the page");
        var distributions = Server.Services.GetRequiredService<DistributionStore>();
        var ids = new[] { "own", "hand-made" }.Select(x => distributions.Find(x)!.Id).ToArray();

        foreach (var id in ids)
        {
            (await VisitAsync(new UriBuilder(Server.Endpoints.Edge) { Host = distributions.DomainName(id) }.Uri, "/")).Status.ShouldBe(403);
            Log().ShouldContain($"The distribution {id} reads the bucket hand-made by no right");
        }

        var log = Log();
        await RestartAsync();
        Log().ShouldBe(log);
        Server.Services.GetRequiredService<S3Store>().Bucket("hand-made").Configuration.Policy.ShouldBeNull();
    }

    /// <summary>Only a state of before is upgraded: what is made by hand later is what its hand wants.</summary>
    [Fact]
    public async Task A_distribution_that_is_made_after_the_upgrade_is_not_upgraded()
    {
        Make(DistributionConfig.ForParts("later", "later-site", "us-east-1", [], controlId: null));

        await RestartAsync();

        Server.Services.GetRequiredService<DistributionStore>().Find("later")!.Config.Origins.ShouldHaveSingleItem().AccessControlId.ShouldBeNull();
    }

    [Fact]
    public async Task What_its_specification_changes_is_changed_from_what_it_recorded()
    {
        var applied = await ApplyAsync(_shop with { Environment = new Dictionary<string, string> { ["COLOUR"] = "red" } });

        Told(applied.Plan).ShouldBe(["Update aws_ecs_service shop"]);
        var container = (await TaskDefinitionAsync())["containerDefinitions"]![0]!;
        container["environment"]!.ToJsonString().ShouldBe("""[{"name":"COLOUR","value":"red"}]""");
        container["image"]!.GetValue<string>().ShouldBe("127.0.0.1:4601/shop:none");
    }

    private string Log() => File.Exists(Path.Combine(StateFolder, "local-cloud.log")) ? File.ReadAllText(Path.Combine(StateFolder, "local-cloud.log")) : "";

    /// <summary>Makes distributions as the first version did, and starts on a state that says nothing of a version.</summary>
    private async Task MakeOfVersion1Async(params DistributionConfig[] configs)
    {
        Make(configs);
        await Server.DisposeAsync();
        var stacks = Path.Combine(StateFolder, "stacks.json");
        var document = JsonNode.Parse(await File.ReadAllTextAsync(stacks))!.AsObject();
        document.Remove("version").ShouldBeTrue();
        await File.WriteAllTextAsync(stacks, document.ToJsonString());
        await StartAsync();
    }

    private void Make(params DistributionConfig[] configs)
    {
        var buckets = Server.Services.GetRequiredService<S3Store>();
        foreach (var config in configs)
        {
            if (buckets.Buckets.All(x => x.Name != config.Origins[0].Bucket))
            {
                buckets.Create(config.Origins[0].Bucket!, "us-east-1");
            }

            Server.Services.GetRequiredService<DistributionStore>().Ensure(config);
        }
    }
}
