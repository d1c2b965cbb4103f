using System.Net;
using System.Net.Sockets;
using Fairlead.Aws;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.IntegrationTests.Ecr;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Services;
using Fairlead.Services.Ecs;

namespace Fairlead.IntegrationTests.Ecs;

/// <summary>The deploy library's service host against the local cloud, with images that really run: in
/// Docker where an engine answers, else as host processes.</summary>
[Trait("Category", "Integration")]
public sealed class EcsRolloutTests(LocalRegistryFixture registry) : IClassFixture<LocalRegistryFixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _stack = $"shop-{Guid.NewGuid():N}"[..16];
    private readonly TemporaryDirectory _directory = new("fairlead-rollout-");

    // Of several distributions each has a name of its own below localhost, which not every resolver knows.
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { Timeout = TimeSpan.FromMinutes(1) };

    private AwsClients _aws = null!;
    private EcsServiceHost _host = null!;
    private Uri _served = null!;
    private int _images;

    public async Task InitializeAsync()
    {
        var endpoints = await registry.FindAsync();
        var stack = await new LocalStackProvisioner(
            endpoints,
            new LocalStackSpecification { Name = _stack, HealthCheckPath = BusyboxImage.HealthPath }).ApplyAsync(CancellationToken.None);
        _served = new Uri(stack.Outputs.PublicUrl!, "/api/release");
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

    public Task DisposeAsync()
    {
        _aws.Dispose();
        _client.Dispose();
        _directory.Dispose();
        return Task.CompletedTask;
    }

    [ToolFact("busybox")]
    public async Task A_first_release_and_the_next_one_are_served()
    {
        var first = await DeployAsync("r1", BusyboxImage.WebServer);
        (await ReleaseAsync()).ShouldBe("r1");
        var second = await DeployAsync("r2", BusyboxImage.WebServer + " # two");

        first.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, first.Outcome.Reason);
        second.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, second.Outcome.Reason);
        (await ReleaseAsync()).ShouldBe("r2");
    }

    [ToolFact("busybox")]
    public async Task An_image_that_crashes_is_rolled_back_with_its_exit_code_and_lines_while_the_old_release_answers()
    {
        (await DeployAsync("r1", BusyboxImage.WebServer)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        using var end = new CancellationTokenSource();
        var watching = WatchAsync(end.Token);

        var crashed = await DeployAsync("r2", "echo cannot open the database; exit 9");
        await end.CancelAsync();

        crashed.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack, crashed.Outcome.Reason);
        crashed.Outcome.Why!.StoppedTasks.ShouldContain(x => x.Contains('9'));
        crashed.Outcome.Why.LogLines.ShouldContain(x => x.Contains("cannot open the database"));
        var answers = await watching;
        answers.ShouldNotBeEmpty();
        answers.ShouldAllBe(x => x == "r1");
        (await ReleaseAsync()).ShouldBe("r1");
    }

    [ToolFact("busybox")]
    public async Task An_app_that_answers_500_on_its_health_check_is_rolled_back()
    {
        (await DeployAsync("r1", BusyboxImage.WebServer)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);

        var ill = await DeployAsync("r2", BusyboxImage.WebServer, "Status: 500 Internal Server Error\\r\\n\\r\\nill\\n");

        ill.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack, ill.Outcome.Reason);
        ill.Outcome.Why!.ServiceEvents.ShouldContain(x => x.Contains("Health checks failed with these codes: [500]"));
        (await ReleaseAsync()).ShouldBe("r1");
    }

    private async Task<ServiceResult> DeployAsync(string release, string script, string? health = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        var folder = Path.Combine(_directory, $"image-{++_images}");
        var layout = health is null ? BusyboxImage.Write(folder, script) : BusyboxImage.Write(folder, script, health);
        var image = await OciLayout.OpenAsync(layout, cancellationToken: limit.Token);
        var repository = await registry.CreateRepositoryAsync();
        using (var client = new RegistryClient(RepositoryReference.Parse(repository), registry.Credentials))
        {
            await new ImagePush(client, SilentReporter.Instance).PushAsync(image, "v1");
        }

        var plan = await _host.PlanAsync(
            new ServiceRelease { ImageDigestUri = $"{repository}@{image.ManifestDigest}", ReleaseId = release, Commit = "abc" },
            limit.Token);
        return await _host.DeployAsync(plan, limit.Token);
    }

    private async Task<string> ReleaseAsync() => (await _client.GetStringAsync(new Uri($"{_served}?{Guid.NewGuid():N}"))).Trim();

    /// <summary>What visitors were answered until the end.</summary>
    private async Task<List<string>> WatchAsync(CancellationToken end)
    {
        var answers = new List<string>();
        while (!end.IsCancellationRequested)
        {
            answers.Add(await ReleaseAsync());
        }

        return answers;
    }
}
