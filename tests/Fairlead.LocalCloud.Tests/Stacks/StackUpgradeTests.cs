using System.Globalization;
using Fairlead.Infrastructure.LocalCloud;
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

    [Fact]
    public async Task What_its_specification_changes_is_changed_from_what_it_recorded()
    {
        var applied = await ApplyAsync(_shop with { Environment = new Dictionary<string, string> { ["COLOUR"] = "red" } });

        Told(applied.Plan).ShouldBe(["Update aws_ecs_service shop"]);
        var container = (await TaskDefinitionAsync())["containerDefinitions"]![0]!;
        container["environment"]!.ToJsonString().ShouldBe("""[{"name":"COLOUR","value":"red"}]""");
        container["image"]!.GetValue<string>().ShouldBe("127.0.0.1:4601/shop:none");
    }
}
