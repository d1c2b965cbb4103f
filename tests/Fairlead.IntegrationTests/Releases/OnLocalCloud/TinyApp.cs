using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.ECR.Model;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Containers;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Releases;
using Fairlead.Services.Ecs;
using Fairlead.Verification;
using Deployment = Fairlead.Deployments.Deployment;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>
/// A stack of its own on the local cloud and a working copy of a tiny application, deployed with the real core in this process. Each site has two pages and
/// two assets; each service starts in a few milliseconds and says at its health check which release it was told to be. A service called <c>worker</c> is
/// asked by nobody.
/// </summary>
internal sealed class TinyApp : IAsyncDisposable
{
    public const string Worker = "worker";

    /// <summary>When a process began that is there no more.</summary>
    public const string Gone = "0";

    /// <summary>Runs on this machine's shell and busybox, which the image does not bring: so it is a host process also where a Docker Engine answers.</summary>
    private const string Program = """
        mkdir -p www/api www/cart
        printf '{"status":"ok","release":"%s"}' "$RELEASE_ID" > www/api/health
        cp www/api/health www/cart/health
        [ -n "$PORT" ] || exec tail -f /dev/null
        exec busybox httpd -f -p "$HOST:$PORT" -h www
        """;

    private static int _stacks;
    private readonly TemporaryDirectory _directory = new("fairlead-tiny-");
    private readonly LocalCloudEndpoints _endpoints;
    private readonly IReadOnlyList<string> _services;
    private readonly IReadOnlyList<string> _sites;
    private readonly AwsClients _aws;

    /// <summary>Not those of a run: for looks at the place, and for what somebody else does there.</summary>
    private readonly AwsClients _others;

    private TinyApp(LocalCloudEndpoints endpoints, IReadOnlyList<string> services, IReadOnlyList<string> sites, StackOutputs outputs)
    {
        (_endpoints, _services, _sites, Outputs) = (endpoints, services, sites, outputs);
        _aws = Clients(x => new EffectHandler(Calls.Listen(x)));
        _others = Clients(handler: null);
        Ledger = new Ledger(_others.S3, outputs.LedgerBucket, outputs.LedgerPrefix);
        Visitor = outputs.PublicUrl is { } url ? new Visitor(url) : null;
    }

    public StackOutputs Outputs { get; }

    public Ledger Ledger { get; }

    /// <summary>Null where nobody can ask.</summary>
    public Visitor? Visitor { get; }

    /// <summary>What the runs sent to AWS.</summary>
    public CallLog Calls { get; } = new();

    public RecordingReporter Reporter { get; } = new();

    /// <summary>What the smoke tests ask: the first page and the first service, as far as there are any, unless a test asks something else.</summary>
    public IReadOnlyList<SmokeCheck>? Checks { get; set; }

    private Place Place => new("the local cloud", "its own provisioner", Outputs, "000000000000", _aws);

    private DeploymentSettings Settings => new()
    {
        SourceDirectory = _directory,
        LockWait = TimeSpan.FromMinutes(2),
        RolloutTimeout = TimeSpan.FromMinutes(2),
        MinimumHealthyTime = TimeSpan.Zero,
    };

    /// <summary>Makes the stack, and a working copy with something to deploy.</summary>
    public static async Task<TinyApp> CreateAsync(ReleaseCloud cloud, IReadOnlyList<string> services, IReadOnlyList<string> sites)
    {
        var specification = new LocalStackSpecification
        {
            Name = $"tiny{Interlocked.Increment(ref _stacks)}",
            Services =
            [
                .. services.Select(x => x == Worker
                    ? new LocalService(x)
                    : new LocalService(x) { PathPattern = $"/{x}/*", HealthCheckPath = $"/{x}/health" }),
            ],
            Sites = [.. sites.Select(x => new LocalSite(x))],
        };
        var made = await new LocalStackProvisioner(cloud.Endpoints, specification).ApplyAsync(CancellationToken.None);
        var app = new TinyApp(cloud.Endpoints, services, sites, made.Outputs);
        await app.ChangeAsync("one");
        return app;
    }

    /// <summary>Another working copy that deploys to the same place.</summary>
    public TinyApp Clone() => new(_endpoints, _services, _sites, Outputs);

    /// <summary>Builds other content: another script under another name, other pages, other images.</summary>
    public async Task ChangeAsync(string version)
    {
        foreach (var site in _sites)
        {
            var script = $"let {site} = '{version}';";
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16];
            foreach (var old in Directory.Exists(_directory.PathOf(site, "assets")) ? Directory.GetFiles(_directory.PathOf(site, "assets"), "app-*") : [])
            {
                File.Delete(old);
            }

            _directory.Write(Path.Combine(site, "assets", $"app-{hash}.js"), script);
            _directory.Write(Path.Combine(site, "assets", "look-1f2e3d4c.css"), "body { color: teal }");
            foreach (var page in new[] { "index.html", "about.html" })
            {
                _directory.Write(
                    Path.Combine(site, page),
                    $"""<html><head><link href="/assets/look-1f2e3d4c.css"><script src="/assets/app-{hash}.js"></script></head><body>{version}</body></html>""");
            }
        }

        foreach (var service in _services)
        {
            _directory.Write(Path.Combine($"{service}-content", "run.sh"), $"# {service} {version}\n{Program}\n");
            await new ImageBuilder().BuildAsync(
                new ImageOptions { ContentDirectory = _directory.PathOf($"{service}-content"), Entrypoint = ["sh", "/app/run.sh"] },
                _directory.PathOf($"{service}-image"));
        }
    }

    /// <summary>Takes a page away that is there from the beginning.</summary>
    public void DeletePage(string site, string page) => File.Delete(_directory.PathOf(site, page));

    /// <summary>Deploys what was built, as far as the first step that fails. The images are pushed while the assets go up, as the targets of a build do.</summary>
    /// <param name="observer">Who sees the effects.</param>
    /// <param name="time">The machine's clock.</param>
    /// <param name="isDryRun">Only look.</param>
    public async Task<DeployRun> DeployAsync(IEffectObserver? observer = null, TimeProvider? time = null, bool isDryRun = false)
    {
        var clock = time ?? TimeProvider.System;
        var parts = new ReleaseParts(
            [.. _services.Select(x => new ServicePart(x) { ImageDirectory = _directory.PathOf($"{x}-image") })],
            [.. _sites.Select(x => new SitePart(x, _directory.PathOf(x)))]);
        var deployment = new Deployment(Place, parts, Settings, Reporter, clock);
        await using var run = new ReleaseRun(
            deployment, new ReleaseRunOptions { DryRun = isDryRun, Observers = observer is null ? [] : [observer] }, Reporter, clock);
        deployment.Results = () => run.Results;
        await RunAsync(
            run,
            [.. ReleaseSteps.Push(deployment), .. ReleaseSteps.PublishAssets(deployment)],
            ReleaseSteps.Migrate(deployment),
            ReleaseSteps.RollOut(deployment),
            ReleaseSteps.Switch(deployment),
            ReleaseSteps.Invalidate(deployment),
            ReleaseSteps.SmokeTest(deployment, SmokeChecks),
            ReleaseSteps.Record(deployment));
        return new DeployRun(run.Results);
    }

    /// <summary>Goes back by hand, to the last release that was seen to serve, or to the one that is named.</summary>
    public async Task<DeployRun> RollBackAsync(ReleaseId? to = null, IEffectObserver? observer = null)
    {
        var rollback = new RequestedRollback(Place, to, Settings, Reporter, TimeProvider.System);
        await using var run = new ReleaseRun(
            rollback, new ReleaseRunOptions { Observers = observer is null ? [] : [observer] }, Reporter, TimeProvider.System);
        rollback.Deployment.Results = () => run.Results;
        await RunAsync(run, [.. rollback.Steps(SmokeChecks).Select(x => (IReadOnlyList<ReleaseStep>)[x])]);
        return new DeployRun(run.Results);
    }

    public Task<PlaceStatus> StatusAsync() => PlaceStatus.ReadAsync(Place, TimeProvider.System, CancellationToken.None);

    /// <summary>The manifest of the current release.</summary>
    public async Task<ReleaseManifest> CurrentAsync() => (await Ledger.ReadCurrentManifestAsync(CancellationToken.None)).ShouldNotBeNull();

    /// <summary>Keys of the site's bucket.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string site)
        => [.. (await ListAsync(Outputs.Sites.Single(x => x.Name == site).Bucket)).Select(x => x.Key)];

    /// <summary>The lock as its object says; null when there is none yet.</summary>
    public async Task<JsonObject?> LockAsync()
    {
        try
        {
            using var answer = await _others.S3.GetObjectAsync(Outputs.LedgerBucket, $"{Outputs.LedgerPrefix}/lock.json");
            using var reader = new StreamReader(answer.ResponseStream);
            return JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject();
        }
        catch (AmazonServiceException exception) when (exception.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Makes the lock of a run that was killed in this process say that its process is gone, as that of a killed process does.</summary>
    public async Task LetTheOwnerBeGoneAsync()
    {
        if (await LockAsync() is { } held && held["owner"] is JsonObject owner)
        {
            owner["processStart"] = Gone;
            await _others.S3.PutObjectAsync(new PutObjectRequest
            {
                BucketName = Outputs.LedgerBucket,
                Key = $"{Outputs.LedgerPrefix}/lock.json",
                ContentBody = held.ToJsonString(),
                ContentType = "application/json",
            });
        }
    }

    /// <summary>Task definitions of the tasks that run, when no earlier ones are drained any more: one task for each service, and no other.</summary>
    public Task<IReadOnlyList<string>> RunningAsync() => Eventually.UntilAsync(
        async () =>
        {
            if (_services.Count == 0)
            {
                return [];
            }

            var listed = await _others.Ecs.ListTasksAsync(new ListTasksRequest { Cluster = Outputs.Stack });
            var tasks = listed.TaskArns is { Count: > 0 } arns
                ? (await _others.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = Outputs.Stack, Tasks = arns })).Tasks
                : null;
            return (IReadOnlyList<string>?)[.. (tasks ?? []).Select(x => x.TaskDefinitionArn!).Order(StringComparer.Ordinal)];
        },
        x => x.Count <= _services.Count);

    /// <summary>Everything that a deploy could write, as it is now: objects with their ETags and times, images, what the services run.</summary>
    public async Task<string> SnapshotAsync()
    {
        var lines = new List<string>();
        foreach (var bucket in Outputs.Sites.Select(x => x.Bucket).Append(Outputs.LedgerBucket))
        {
            lines.AddRange((await ListAsync(bucket)).Select(x => $"{bucket}/{x.Key} {x.ETag} {x.LastModified:O}"));
        }

        foreach (var service in Outputs.Services)
        {
            var images = await _others.Ecr.DescribeImagesAsync(new DescribeImagesRequest { RepositoryName = service.RepositoryName });
            lines.AddRange((images.ImageDetails ?? []).Select(x => $"{service.RepositoryName} {x.ImageDigest}").Order(StringComparer.Ordinal));
            var answer = await _others.Ecs.DescribeServicesAsync(
                new DescribeServicesRequest { Cluster = Outputs.Stack, Services = [((EcsServiceOutputs)service.Host).ServiceName] });
            var latest = await _others.Ecs.DescribeTaskDefinitionAsync(
                new DescribeTaskDefinitionRequest { TaskDefinition = ((EcsServiceOutputs)service.Host).ServiceName });
            lines.AddRange(answer.Services!.SelectMany(x => x.Deployments!).Select(x => $"{service.Name} {x.Id} {x.TaskDefinition}"));
            lines.Add($"{service.Name} {latest.TaskDefinition!.TaskDefinitionArn}");
        }

        return string.Join('\n', lines);
    }

    public ValueTask DisposeAsync()
    {
        Visitor?.Dispose();
        _aws.Dispose();
        _others.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private IReadOnlyList<SmokeCheck> SmokeChecks => Checks ??
    [
        .. _sites.Take(1).Select(_ => Smoke.Get("/").Expects(200).Html().NamesRelease()),
        .. _services.Where(x => x != Worker).Select(x => Smoke.Get($"/{x}/health").Expects(200).NamesRelease("release")),
    ];

    private static async Task RunAsync(ReleaseRun run, params IReadOnlyList<IReadOnlyList<ReleaseStep>> waves)
    {
        foreach (var wave in waves)
        {
            var results = await Task.WhenAll(wave.Select(x => run.RunAsync(x, CancellationToken.None)));
            if (results.Any(x => !x.MayGoOn))
            {
                return;
            }
        }
    }

    private async Task<IReadOnlyList<S3Object>> ListAsync(string bucket)
        => (await _others.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects ?? [];

    private AwsClients Clients(Func<HttpMessageHandler, HttpMessageHandler>? handler) => new(new AwsOptions
    {
        Region = Outputs.Region,
        EndpointUrl = _endpoints.Api,
        Credentials = _endpoints.CreateCredentials(),
        RequestChecksums = RequestChecksumCalculation.WHEN_SUPPORTED,
        Handler = handler,
    });
}

/// <summary>How a run ended.</summary>
internal sealed record DeployRun(IReadOnlyList<StepResult> Results)
{
    /// <summary>The last step that ended by itself.</summary>
    public StepResult Last => Results.Last(x => !x.WasStopped);

    public bool IsSuccess => Results.All(x => x.MayGoOn);

    /// <summary>How many writes there were.</summary>
    public int Effects => Results.Sum(x => x.Effects);

    /// <summary>Each step with its word and reason.</summary>
    public override string ToString() => string.Join('\n', Results.Select(x => $"{x.Step}: {x.Outcome?.Word ?? "no outcome"}. {x.Reason}"));
}
