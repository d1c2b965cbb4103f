using System.Text.Json;
using Amazon.AppRunner.Model;
using Fairlead.Aws;
using Fairlead.IntegrationTests.Infrastructure;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Services;
using Fairlead.Services.AppRunner;

namespace Fairlead.IntegrationTests.Services;

/// <summary>The service host for App Runner against the emulator, whose operations fail and roll back on request.</summary>
[Trait("Category", "Integration")]
public sealed class AppRunnerServiceHostTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>, IAsyncLifetime
{
    private const string Repository = "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop";
    private const string Role = "arn:aws:iam::123456789012:role/pull";

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private AwsClients? _aws;
    private string _arn = "";

    private static string Image(char digit) => $"{Repository}@sha256:{new string(digit, 64)}";

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is not null)
        {
            return;
        }

        await emulator.ResetAsync();
        _aws = emulator.CreateClients();
        var answer = await emulator.JsonAsync("apprunner", "AppRunner.CreateService", new
        {
            ServiceName = "shop",
            SourceConfiguration = new
            {
                AutoDeploymentsEnabled = false,
                ImageRepository = new
                {
                    ImageIdentifier = "public.ecr.aws/docker/library/hello-world:latest",
                    ImageRepositoryType = "ECR_PUBLIC",
                    ImageConfiguration = new { Port = "5000", RuntimeEnvironmentVariables = new { VAULT_ADDR = "http://vault:8200" } },
                },
            },
        });
        _arn = answer.GetProperty("Service").GetProperty("ServiceArn").GetString()!;
    }

    public Task DisposeAsync()
    {
        _aws?.Dispose();
        _limit.Dispose();
        return Task.CompletedTask;
    }

    [ToolFact("moto_server")]
    public async Task The_first_release_takes_the_place_of_the_public_image_with_its_stamps_and_changes_nothing_else()
    {
        var result = await DeployAsync('1', "r1");

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, result.Outcome.Reason);
        result.Revision.ShouldBe($"{Image('1')};release=r1;commit=abc");
        var source = (await emulator.JsonAsync("apprunner", "AppRunner.DescribeService", new { ServiceArn = _arn }))
            .GetProperty("Service")
            .GetProperty("SourceConfiguration");
        JsonElement.DeepEquals(source, JsonSerializer.SerializeToElement(new
        {
            AutoDeploymentsEnabled = false,
            AuthenticationConfiguration = new { AccessRoleArn = Role },
            ImageRepository = new
            {
                ImageIdentifier = Image('1'),
                ImageRepositoryType = "ECR",
                ImageConfiguration = new
                {
                    Port = "5000",
                    RuntimeEnvironmentVariables = new { VAULT_ADDR = "http://vault:8200", MODE = "live", RELEASE_ID = "r1", RELEASE_COMMIT = "abc" },
                },
            },
        })).ShouldBeTrue(source.ToString());
    }

    [ToolFact("moto_server")]
    public async Task A_release_that_runs_is_not_deployed_again()
    {
        await DeployAsync('1', "r1");
        await emulator.ForgetCallsAsync();

        var plan = await PlanAsync('1', "r1");
        var result = await Host().DeployAsync(plan, _limit.Token);

        (plan.IsUnchanged, result.Outcome.Kind).ShouldBe((true, OutcomeKind.Unchanged));
        (await Host().MigrateAsync(plan, ["migrate"], beforeStart: null, _limit.Token)).Kind.ShouldBe(OutcomeKind.Unchanged);
        (await emulator.CallsAsync()).Select(x => x.Action).ShouldNotContain("UpdateService");
    }

    [ToolFact("moto_server")]
    public async Task A_release_that_App_Runner_rolls_back_is_never_a_success()
    {
        await DeployAsync('1', "r1");
        await emulator.SetAppRunnerAsync(slow: 1, failImages: ["@sha256:bad"]);

        var result = await DeployAsync("bad".PadRight(64, '0'), "r2");

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack, result.Outcome.Reason);
        result.Outcome.Reason.ShouldContain("says that it runs release r1");
        result.Revision.ShouldBe($"{Image('1')};release=r1;commit=abc");
        result.Outcome.Why.ShouldNotBeNull();
        var status = await Host().StatusAsync(_limit.Token);
        (status.ReleaseId, status.ImageUri, status.Rollout).ShouldBe(("r1", Image('1'), "RUNNING"));
    }

    [ToolFact("moto_server")]
    public async Task The_operation_of_an_interrupted_deploy_is_joined()
    {
        await emulator.SetAppRunnerAsync(slow: 4);
        var plan = await PlanAsync('1', "r1");
        await _aws!.AppRunner.UpdateServiceAsync(new UpdateServiceRequest { ServiceArn = _arn, SourceConfiguration = ((AppRunnerServicePlan)plan).Source });
        await emulator.ForgetCallsAsync();

        var again = await PlanAsync('1', "r1");
        var result = await Host().DeployAsync(again, _limit.Token);

        again.Describe().ShouldBe(["Service shop: joins the operation that deploys release r1."]);
        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, result.Outcome.Reason);
        (await emulator.CallsAsync()).Select(x => x.Action).ShouldNotContain("UpdateService");
    }

    [ToolFact("moto_server")]
    public async Task Another_operation_is_waited_for()
    {
        await DeployAsync('1', "r1");
        await emulator.SetAppRunnerAsync(slow: 4);
        await emulator.JsonAsync("apprunner", "AppRunner.StartDeployment", new { ServiceArn = _arn });

        var result = await DeployAsync('2', "r2");

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, result.Outcome.Reason);
        (await Host().StatusAsync(_limit.Token)).ReleaseId.ShouldBe("r2");
    }

    [ToolFact("moto_server")]
    public async Task An_earlier_revision_is_brought_back()
    {
        var first = await DeployAsync('1', "r1");
        await DeployAsync('2', "r2");

        var back = await Host().RollbackAsync(first.Revision!, _limit.Token);
        var again = await Host().RollbackAsync(first.Revision!, _limit.Token);

        (back.Outcome.Kind, back.Revision).ShouldBe((OutcomeKind.Succeeded, first.Revision));
        again.Outcome.Kind.ShouldBe(OutcomeKind.Unchanged);
        (await Host().StatusAsync(_limit.Token)).Revision.ShouldBe(first.Revision);
    }

    [ToolFact("moto_server")]
    public async Task A_paused_service_and_one_that_is_not_there_are_said_so()
    {
        await emulator.JsonAsync("apprunner", "AppRunner.PauseService", new { ServiceArn = _arn });

        (await Should.ThrowAsync<FairleadException>(() => PlanAsync('1', "r1"))).Why.ShouldBe("It is paused.");
        (await Host().StatusAsync(_limit.Token)).RunningCount.ShouldBe(0);
        _arn = _arn.Replace("/shop/", "/other/", StringComparison.Ordinal);
        (await Should.ThrowAsync<FairleadException>(() => PlanAsync('1', "r1"))).Message.ShouldContain("App Runner has no service");
    }

    private AppRunnerServiceHost Host()
        => new(_aws!, new AppRunnerServiceOptions { ServiceArn = _arn, ImageRoleArn = Role }, SilentReporter.Instance, TimeProvider.System);

    private Task<ServicePlan> PlanAsync(char digit, string release) => PlanAsync(new string(digit, 64), release);

    private Task<ServicePlan> PlanAsync(string digest, string release) => Host().PlanAsync(
        new ServiceRelease
        {
            ImageDigestUri = $"{Repository}@sha256:{digest}",
            ReleaseId = release,
            Commit = "abc",
            Environment = new Dictionary<string, string> { ["MODE"] = "live" }
        }, _limit.Token);

    private Task<ServiceResult> DeployAsync(char digit, string release) => DeployAsync(new string(digit, 64), release);

    private async Task<ServiceResult> DeployAsync(string digest, string release) => await Host().DeployAsync(await PlanAsync(digest, release), _limit.Token);
}
