using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.SecretsManager;
using Fairlead.LocalCloud.Ssm;
using Fairlead.LocalCloud.State;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>ECS with containers and health checks that the test decides about.</summary>
internal sealed class EcsHarness : IHealthProbe, IAsyncDisposable
{
    public const string Cluster = "shop";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder;
    private readonly StateDirectory _state;
    private readonly ServiceScheduler _scheduler;
    private readonly TaskRunner _runner;
    private readonly bool _keepFolder;
    private readonly TimeProvider _clock;

    private EcsHarness(DirectoryInfo folder, bool keepFolder, TimeSpan settle, TimeProvider clock)
    {
        (_folder, _keepFolder, _clock) = (folder, keepFolder, clock);
        var account = new Account();
        _state = StateDirectory.Open(folder.FullName);
        var timing = new EcsTiming { Settle = settle, BackOff = TimeSpan.FromMilliseconds(1), MaximumBackOff = TimeSpan.FromMilliseconds(4) };
        Logs = new LogGroups(_state, account, clock);
        Groups = new TargetGroups(
            _state,
            account,
            clock,
            this,
            new TargetGroupTiming { Interval = TimeSpan.FromMilliseconds(2), StartInterval = TimeSpan.FromMilliseconds(2) },
            [],
            []);
        Store = new EcsStore(_state, account, clock);
        Clusters = new EcsClusters(Store);
        Definitions = new TaskDefinitions(Store);
        var starter = new TaskStarter(Store);
        var key = new SealingKey(_state);
        var secrets = new ContainerSecrets(new ParameterStore(_state, key, account, clock), new SecretStore(_state, key, account, clock));
        _runner = new TaskRunner(Store, Runtime, Groups, Logs, secrets, timing, clock, NullLogger<TaskRunner>.Instance);
        _scheduler = new ServiceScheduler(Store, _runner, starter, Groups, timing, clock, NullLogger<ServiceScheduler>.Instance);
        Services = new EcsServices(Store, _scheduler, Groups);
        Deployments = new ServiceDeployments(Store);
        Tasks = new EcsTasks(Store, _runner, starter);
        Clusters.Ensure(Cluster);
    }

    public FakeTaskRuntime Runtime { get; } = new();

    public LogGroups Logs { get; }

    public TargetGroups Groups { get; }

    public EcsStore Store { get; }

    public EcsClusters Clusters { get; }

    public TaskDefinitions Definitions { get; }

    public EcsServices Services { get; }

    public ServiceDeployments Deployments { get; }

    public TaskRunner Runner => _runner;

    public EcsTasks Tasks { get; }

    public string StateFolder => _folder.FullName;

    /// <param name="settle">How long a task that no load balancer checks must run before it counts as good.</param>
    /// <param name="clock">The time; the system's when null.</param>
    public static EcsHarness Create(TimeSpan? settle = null, TimeProvider? clock = null)
        => new(Directory.CreateTempSubdirectory("fairlead-ecs-"), keepFolder: false, settle ?? TimeSpan.FromMilliseconds(20), clock ?? TimeProvider.System);

    /// <summary>Ends without stopping anything, as a killed process does, and starts over on the same state.</summary>
    public async Task<EcsHarness> RestartAsync()
    {
        await _scheduler.StopAsync();
        _state.Dispose();
        var next = new EcsHarness(_folder, _keepFolder, TimeSpan.FromMilliseconds(20), _clock);
        return next;
    }

    public async Task<EcsHost> StartHostAsync()
    {
        var lifetime = new StartedLifetime();
        var host = new EcsHost(_state, Store, _scheduler, _runner, Runtime, lifetime, NullLogger<EcsHost>.Instance);
        await host.StartAsync(default);
        return host;
    }

    /// <summary>A healthy target answers 200; one whose image is named "unhealthy" 500; one that has ended does not answer.</summary>
    public Task<int?> ProbeAsync(Uri uri, TimeSpan timeout, CancellationToken cancellationToken)
        => Task.FromResult<int?>(Runtime.ByPort(uri.Port) switch
        {
            null or { Exited.IsCompleted: true } => null,
            var container when container.Launch.Image.Reference.Contains("unhealthy", StringComparison.Ordinal) => 500,
            _ => 200,
        });

    public string Register(string image, string family = "api") => Definitions.Register(Parse($$"""
        {
          "family": "{{family}}",
          "containerDefinitions": [{
            "name": "api", "image": "127.0.0.1:1/{{image}}", "memory": 128, "portMappings": [{ "containerPort": 8080 }],
            "logConfiguration": {
              "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/api", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "ecs" }
            }
          }]
        }
        """));

    public async Task<string> CreateServiceAsync(string image, int desiredCount = 1, bool balanced = true, string extra = "")
    {
        var group = await Groups.EnsureAsync("api");
        var definition = Register(image);
        var balancers = balanced ? $$""", "loadBalancers": [{ "targetGroupArn": "{{group.Arn}}", "containerName": "api", "containerPort": 8080 }]""" : "";
        Services.Create(Parse(
            $$"""{ "cluster": "{{Cluster}}", "serviceName": "api","""
                + $$""" "taskDefinition": "{{definition}}", "desiredCount": {{desiredCount}}{{balancers}}{{extra}} }"""));
        return definition;
    }

    public string Update(string members) => (string)UpdateService(members)["deployments"]![0]!["id"]!;

    /// <summary>The service as the answer describes it, which is before anything of the new deployment has happened.</summary>
    public JsonObject UpdateService(string members) => Services.Update(Parse($$"""{ "cluster": "{{Cluster}}", "service": "api", {{members}} }"""));

    public JsonObject Describe() => (JsonObject)Services.Describe(Parse($$"""{ "cluster": "{{Cluster}}", "services": ["api"] }"""))["services"]![0]!;

    public string[] Events() => [.. Describe()["events"]!.AsArray().Select(x => (string)x!["message"]!)];

    /// <summary>Waits for a state of the service; a step of its loop is what makes it look again.</summary>
    public Task<JsonObject> UntilAsync(Func<JsonObject, bool> reached) => UntilAsync(Describe, reached);

    public async Task<JsonObject> UntilAsync(Func<JsonObject> look, Func<JsonObject, bool> reached)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var stepped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void OnStep() => stepped.TrySetResult();
            _scheduler.Stepped += OnStep;
            _runner.Changed += OnChange;
            void OnChange(string cluster, string? service) => stepped.TrySetResult();
            try
            {
                var now = look();
                if (reached(now))
                {
                    return now;
                }

                try
                {
                    await stepped.Task.WaitAsync(limit.Token);
                }
                catch (OperationCanceledException)
                {
                    throw new TimeoutException($"Not reached: {look().ToJsonString()} with the targets "
                        + $"{string.Join(", ", Groups.List().SelectMany(x => x.Targets).Select(x => $"{x.Id} {x.Health}"))}");
                }
            }
            finally
            {
                _scheduler.Stepped -= OnStep;
                _runner.Changed -= OnChange;
            }
        }
    }

    public Task<JsonObject> SteadyAsync() => UntilAsync(IsSteady);

    public static bool IsSteady(JsonObject service)
        => service["deployments"]!.AsArray().Count == 1
            && (string)service["deployments"]![0]!["rolloutState"]! == "COMPLETED"
            && (int)service["runningCount"]! == (int)service["desiredCount"]!
           && ((string)service["events"]![0]!["message"]!).EndsWith("has reached a steady state.", StringComparison.Ordinal);

    public static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;

    public async ValueTask DisposeAsync()
    {
        await _scheduler.StopAsync();
        await _runner.StopAllAsync();
        await Groups.DisposeAsync();
        _state.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed class StartedLifetime : Microsoft.Extensions.Hosting.IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
