using Amazon.AppRunner;
using Amazon.AppRunner.Model;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using AppRunnerStatus = Amazon.AppRunner.ServiceStatus;

namespace Fairlead.Tests.Services.AppRunner;

public sealed class AppRunnerServicePlanTests
{
    private static readonly ServiceRelease Release = new() { ImageDigestUri = "repo@sha256:new", ReleaseId = "r2", Commit = "abc" };

    [Fact]
    public void The_same_image_under_another_release_is_deployed()
    {
        var plan = AppRunnerServicePlan.Create(Release, Running("repo@sha256:new", "r1", "000"));

        (plan.IsUnchanged, plan.CurrentReleaseId).ShouldBe((false, "r1"));
    }

    [Fact]
    public void A_service_that_runs_the_release_is_unchanged_unless_something_is_being_done_to_it()
    {
        var service = Running("repo@sha256:new", "r2", "abc");
        AppRunnerServicePlan.Create(Release, service).IsUnchanged.ShouldBeTrue();

        service.Status = AppRunnerStatus.OPERATION_IN_PROGRESS;

        AppRunnerServicePlan.Create(Release, service).IsUnchanged.ShouldBeFalse();
    }

    [Fact]
    public void Variables_of_the_service_stay_and_those_of_the_release_win()
    {
        var service = Running("repo@sha256:old", "r1", "000");
        service.SourceConfiguration!.ImageRepository!.ImageConfiguration!.RuntimeEnvironmentVariables!["MODE"] = "test";
        service.SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables["KEPT"] = "1";

        var plan = AppRunnerServicePlan.Create(Release with { Environment = new Dictionary<string, string> { ["MODE"] = "live" } }, service);

        plan.Source.ImageRepository!.ImageConfiguration!.RuntimeEnvironmentVariables.ShouldBe(
            new Dictionary<string, string> { ["MODE"] = "live", ["KEPT"] = "1", ["RELEASE_ID"] = "r2", ["RELEASE_COMMIT"] = "abc" }, ignoreOrder: true);
        service.SourceConfiguration.ImageRepository.ImageIdentifier.ShouldBe("repo@sha256:old", "a plan changes nothing");
    }

    [Fact]
    public void An_image_by_tag_is_refused()
        => Should.Throw<FairleadException>(() => AppRunnerServicePlan.Create(
            Release with { ImageDigestUri = "repo:latest" },
            Running("repo@sha256:old", "r1", "0"))).Why.ShouldContain("digest");

    [Theory]
    [InlineData("PAUSED", "paused")]
    [InlineData("CREATE_FAILED", "CREATE_FAILED")]
    [InlineData("DELETE_FAILED", "DELETE_FAILED")]
    public void A_service_that_cannot_be_updated_is_said_so(string status, string word)
    {
        var service = Running("repo@sha256:old", "r1", "0");
        service.Status = status;

        Should.Throw<FairleadException>(() => AppRunnerServicePlan.Create(Release, service)).Why.ShouldContain(word);
    }

    [Fact]
    public void A_service_built_from_a_repository_of_code_is_refused()
    {
        var service = Running("repo@sha256:old", "r1", "0");
        service.SourceConfiguration = new SourceConfiguration();

        Should.Throw<FairleadException>(() => AppRunnerServicePlan.Create(Release, service)).Why.ShouldContain("code repository");
    }

    [Fact]
    public void Every_state_of_an_operation_that_is_known_has_a_meaning()
    {
        var known = typeof(OperationStatus)
            .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<OperationStatus>()
            .ToList();

        known.Count.ShouldBe(7);
        AppRunnerOperations.States.Keys.ShouldBe(known, ignoreOrder: true);
        AppRunnerOperations.States.Where(state => state.Value == OperationState.Succeeded).ShouldHaveSingleItem().Key.ShouldBe(OperationStatus.SUCCEEDED);
    }

    private static Service Running(string image, string release, string commit) => new()
    {
        ServiceName = "shop",
        Status = AppRunnerStatus.RUNNING,
        SourceConfiguration = new SourceConfiguration
        {
            ImageRepository = new ImageRepository
            {
                ImageIdentifier = image,
                ImageConfiguration = new ImageConfiguration { RuntimeEnvironmentVariables = new() { ["RELEASE_ID"] = release, ["RELEASE_COMMIT"] = commit } },
            },
        },
    };
}
