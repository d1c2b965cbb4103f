using System.Text.Json;
using Amazon.AppRunner;
using Amazon.AppRunner.Model;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using AppRunnerStatus = Amazon.AppRunner.ServiceStatus;

namespace Fairlead.Tests.Services.AppRunner;

/// <summary>The first deploy to a service that was created with a public stand-in.</summary>
public sealed class AppRunnerFirstImageTests
{
    private const string Role = "arn:aws:iam::123456789012:role/shop-access";
    private const string StandIn = "public.ecr.aws/docker/library/node:22-alpine";
    private static readonly ServiceRelease Release = new()
    {
        ImageDigestUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:new",
        ReleaseId = "r1",
        Commit = "abc"
    };

    [Fact]
    public void The_stand_ins_start_command_does_not_outlive_it()
    {
        var source = AppRunnerServicePlan.Create(Release, OnStandIn(), Role).Source;

        source.ImageRepository!.ImageRepositoryType!.Value.ShouldBe("ECR");
        source.ImageRepository.ImageConfiguration!.StartCommand.ShouldBeNull();
        source.AuthenticationConfiguration!.AccessRoleArn.ShouldBe(Role);
    }

    [Fact]
    public void What_else_the_service_was_created_with_stays()
    {
        var source = AppRunnerServicePlan.Create(Release, OnStandIn(), Role).Source;

        Json(source).GetProperty("ImageRepository").GetProperty("ImageConfiguration").GetProperty("Port").GetString().ShouldBe("5000");
        source.ImageRepository!.ImageConfiguration!.RuntimeEnvironmentVariables!["VAULT_ROLE"].ShouldBe("node-api");
    }

    [Fact]
    public void A_private_image_is_refused_when_no_role_is_known_that_pulls_it()
        => Should.Throw<FairleadException>(() => AppRunnerServicePlan.Create(Release, OnStandIn())).Next.ShouldContain("image_role_arn");

    [Fact]
    public void A_service_that_runs_private_images_keeps_its_own_role_and_start_command()
    {
        var service = OnStandIn();
        service.SourceConfiguration = AppRunnerServicePlan.Create(Release, service, "arn:aws:iam::123456789012:role/theirs").Source;
        service.SourceConfiguration.ImageRepository!.ImageConfiguration!.StartCommand = "node server.js";

        var source = AppRunnerServicePlan.Create(
            Release with { ImageDigestUri = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:newer", ReleaseId = "r2" },
            service,
            Role).Source;

        source.AuthenticationConfiguration!.AccessRoleArn.ShouldBe("arn:aws:iam::123456789012:role/theirs");
        source.ImageRepository!.ImageConfiguration!.StartCommand.ShouldBe("node server.js");
    }

    [Fact]
    public void A_public_image_is_run_without_a_role()
    {
        var service = OnStandIn();
        service.SourceConfiguration = AppRunnerServicePlan.Create(Release, service, Role).Source;

        var source = AppRunnerServicePlan.Create(Release with { ImageDigestUri = "public.ecr.aws/shop/shop@sha256:new" }, service, Role).Source;

        source.ImageRepository!.ImageRepositoryType!.Value.ShouldBe("ECR_PUBLIC");
        source.AuthenticationConfiguration.ShouldBeNull();
    }

    private static Service OnStandIn() => new()
    {
        ServiceName = "shop",
        Status = AppRunnerStatus.RUNNING,
        SourceConfiguration = JsonSerializer.Deserialize($$"""
            {
              "AutoDeploymentsEnabled": false,
              "ImageRepository": {
                "ImageIdentifier": "{{StandIn}}",
                "ImageRepositoryType": "ECR_PUBLIC",
                "ImageConfiguration": { "Port": "5000", "StartCommand": "node stand-in", "RuntimeEnvironmentVariables": { "VAULT_ROLE": "node-api" } }
              }
            }
            """, AppRunnerJson.Default.SourceConfiguration),
    };

    private static JsonElement Json(SourceConfiguration source) => JsonSerializer.SerializeToElement(source, AppRunnerJson.Default.SourceConfiguration);
}
