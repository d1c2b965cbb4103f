using Fairlead.Aws;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Services;
using Fairlead.Services.Ecs;

namespace Fairlead.IntegrationTests.Services;

/// <summary>The service host against the local cloud's ECS, which was written from the vendor's documents and shares no code with it.</summary>
[Trait("Category", "Integration")]
public sealed class EcsServiceHostOnLocalCloudTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryDirectory _directory = new("fairlead-services-");
    private readonly LocalCloudProcess _process;
    private AwsClients? _aws;
    private EcsServiceHost? _host;

    public EcsServiceHostOnLocalCloudTests()
        => _process = new LocalCloudProcess(
            new LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = Path.Combine(_directory, "state") },
            SilentReporter.Instance);

    public async Task InitializeAsync()
    {
        var endpoints = await _process.EnsureRunningAsync(CancellationToken.None);
        var stack = await new LocalStackProvisioner(endpoints, new LocalStackSpecification { Name = "shop" }).ApplyAsync(CancellationToken.None);
        var service = (EcsServiceOutputs)stack.Outputs.Services.Single().Host;
        _aws = new AwsClients(new AwsOptions
        {
            Region = stack.Outputs.Region,
            EndpointUrl = endpoints.Api,
            Credentials = endpoints.CreateCredentials()
        });
        _host = new EcsServiceHost(
            _aws,
            new EcsServiceOptions
            {
                Cluster = service.ClusterName,
                Service = service.ServiceName,
                Container = service.ContainerName,
                RolloutTimeout = Patience
            },
            SilentReporter.Instance,
            TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _aws?.Dispose();
        await _process.StopAsync(CancellationToken.None);
        _directory.Dispose();
    }

    [Fact]
    public async Task An_image_that_is_not_there_fails_the_migration_and_the_first_rollout_with_its_reason()
    {
        using var limit = new CancellationTokenSource(Patience);
        var release = new ServiceRelease
        {
            ImageDigestUri = $"127.0.0.1:1/shop@sha256:{new string('0', 64)}",
            ReleaseId = "20260101T000000Z-abc",
            Commit = "abc"
        };
        var plan = await _host!.PlanAsync(release, limit.Token);

        var migration = await _host.MigrateAsync(plan, ["migrate"], beforeStart: null, limit.Token);
        var deploy = await _host.DeployAsync(plan, limit.Token);

        plan.IsUnchanged.ShouldBeFalse();
        migration.Kind.ShouldBe(OutcomeKind.Failed);
        migration.Why!.StoppedTasks.ShouldHaveSingleItem().ShouldContain("CannotPullContainer");
        deploy.Outcome.Kind.ShouldBe(OutcomeKind.Failed, deploy.Outcome.Reason);
        deploy.Outcome.Why!.StoppedTasks.ShouldContain(line => line.Contains("CannotPullContainer"));
        deploy.Outcome.Why.ServiceEvents.ShouldNotBeEmpty();
        (await _host.StatusAsync(limit.Token)).DesiredCount.ShouldBe(0);
    }
}
