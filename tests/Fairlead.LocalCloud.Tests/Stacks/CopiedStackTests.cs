using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.LoadBalancing;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

public sealed class CopiedStackTests : StackCloud
{
    private readonly LocalStackSpecification _shop = new()
    {
        Name = "shop",
        Volumes = new Dictionary<string, string> { ["data"] = "/app/data" },
    };

    [Fact]
    public async Task The_edge_of_a_copy_does_not_lead_to_the_service_of_the_original()
    {
        await ApplyAsync(_shop);
        using var folder = new TemporaryDirectory();
        await CommandLine.SucceedAsync("cp", ["-a", StateFolder, folder.PathOf("copy")]);

        await using var copy = await LocalCloudServer.StartAsync(new LocalCloud.Hosting.LocalCloudOptions
        {
            StateDirectory = folder.PathOf("copy"),
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0,
        });

        PortOf(copy).ShouldNotBe(PortOf(Server));
        OriginPortOf(copy).ShouldBe(PortOf(copy));
        OriginPortOf(Server).ShouldBe(PortOf(Server));
        new[] { copy.Endpoints.Api, copy.Endpoints.Registry, copy.Endpoints.Edge }
            .Intersect([Server.Endpoints.Api, Server.Endpoints.Registry, Server.Endpoints.Edge])
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task The_volume_of_a_stack_is_kept_relative_to_the_state()
    {
        await ApplyAsync(_shop);

        ((string?)(await TaskDefinitionAsync())["volumes"]![0]!["host"]!["sourcePath"]).ShouldBe("volumes/shop/data");
        Directory.Exists(Path.Combine(StateFolder, "volumes", "shop", "data")).ShouldBeTrue();
    }

    private static int PortOf(LocalCloudServer cloud) => cloud.Services.GetRequiredService<TargetGroups>().List().Single().Port;

    private static int? OriginPortOf(LocalCloudServer cloud)
        => cloud.Services.GetRequiredService<DistributionStore>().Active.Single().Config.Origins.Single(x => x.HttpPort is not null).HttpPort;
}
