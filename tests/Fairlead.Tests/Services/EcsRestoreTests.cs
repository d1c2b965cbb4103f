using System.Text.Json.Nodes;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class EcsRestoreTests
{
    private const string Old = ScriptedEcs.Prefix + "shop:1";
    private const string Image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/team/shop@sha256:0123";

    [Fact]
    public async Task A_revision_that_is_active_and_whose_image_is_there_can_be_gone_back_to()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions[0]["containerDefinitions"]![0]!["image"] = Image;
        JsonObject? asked = null;
        ecs.Operations["DescribeImages"] = request =>
        {
            asked = request.Json;
            return ScriptedResponse.Json("""{"imageDetails":[{"imageDigest":"sha256:0123"}]}""");
        };

        (await ecs.Host().FindRestoreProblemAsync(Old, default)).ShouldBeNull();

        asked!.ToJsonString().ShouldBe("""{"registryId":"123456789012","repositoryName":"team/shop","imageIds":[{"imageDigest":"sha256:0123"}]}""");
    }

    [Fact]
    public async Task A_revision_that_was_deregistered_is_told()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions[0]["status"] = "INACTIVE";

        (await ecs.Host().FindRestoreProblemAsync(Old, default))
            .ShouldBe("The task definition shop:1 of the service shop is INACTIVE: ECS runs only active ones.");
    }

    [Fact]
    public async Task A_revision_that_is_gone_is_told()
    {
        await using var ecs = new ScriptedEcs().Running();

        (await ecs.Host().FindRestoreProblemAsync(ScriptedEcs.Prefix + "shop:77", default))
            .ShouldBe("The task definition shop:77 of the service shop is not there any more.");
    }

    [Fact]
    public async Task An_image_that_was_pruned_is_told()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions[0]["containerDefinitions"]![0]!["image"] = Image;
        ecs.Operations["DescribeImages"] = _ => ScriptedResponse.Error("ImageNotFoundException", "gone");

        (await ecs.Host().FindRestoreProblemAsync(Old, default)).ShouldBe($"The image {Image} of the service shop is not in its repository any more.");
        (await ecs.Host(o => o with { HasForeignRegistry = true }).FindRestoreProblemAsync(Old, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_repository_that_may_not_be_read_says_nothing_about_the_image()
    {
        await using var ecs = new ScriptedEcs().Running();
        ecs.Definitions[0]["containerDefinitions"]![0]!["image"] = Image;
        ecs.Operations["DescribeImages"] = _ => ScriptedResponse.Error("AccessDeniedException", "no");

        (await ecs.Host().FindRestoreProblemAsync(Old, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("nginx@sha256:0123", null)]
    [InlineData("docker.io/library/nginx@sha256:0123", null)]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1", null)]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/team/shop@sha256:0123", "123456789012 us-east-1 team/shop sha256:0123")]
    [InlineData("123456789012.dkr.ecr.us-east-1.amazonaws.com/shop:1@sha256:0123", "123456789012 us-east-1 shop sha256:0123")]
    [InlineData("127.0.0.1:5000/shop@sha256:0123", "  shop sha256:0123")]
    public void Images_of_ECR_by_digest_are_told_from_others(string image, string? expected)
        => (EcrImage.Parse(image) is { } x ? $"{x.RegistryId} {x.Region} {x.Repository} {x.Digest}" : null).ShouldBe(expected);
}
