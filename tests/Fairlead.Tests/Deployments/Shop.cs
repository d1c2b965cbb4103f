using Fairlead.Aws;
using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>
/// A shop of one service and one site in a small cloud, and a clone of its sources that deploys it. The ledger, the site, the edge and the public URL are asked
/// over HTTP; the service is in memory.
/// </summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string Index = "<html><head></head><body>Shop</body></html>";
    public const string Prefix = "fairlead";
    public static readonly string[] AllKinds = ["assets", "migrate", "roll out", "switch", "invalidate", "smoke test", "record"];

    private readonly TemporaryDirectory _clone = new("fairlead-shop-");
    private readonly List<AwsClients> _clients = [];
    private readonly List<LoopbackServer> _servers = [];

    /// <param name="migratedBy">Who migrates; null where the deploy does.</param>
    public Shop(string? migratedBy = null)
    {
        Cloud = new SmallCloud(Time);
        Service = new FakeServiceHost("api", x => Cloud.ServedRelease = x) { MigratedBy = migratedBy };
        Write("index.html", Index);
        Write("assets/app-4f2a9c1b.js", "let shop = 1;");
        Pack("one");
    }

    /// <summary>Skips the waits of a run, but not the two minutes of its lock.</summary>
    public TestClock Time { get; } = new(SomeRelease.Noon) { LongestSkip = TimeSpan.FromSeconds(5) };

    public SmallCloud Cloud { get; }

    public FakeServiceHost Service { get; }

    public RecordingReporter Reporter { get; } = new();

    /// <summary>Where the build left the service's image; null for one that unpacks an archive.</summary>
    public string? ImageDirectory { get; set; }

    public IReadOnlyList<string> MigrateCommand { get; set; } = [];

    public DeploymentSettings Settings => new() { SourceDirectory = _clone, LockWait = TimeSpan.Zero };

    /// <summary>What the smoke tests ask.</summary>
    public IReadOnlyList<SmokeCheck> Checks { get; set; } = [Smoke.Get("/").Expects(200).NamesRelease(), Smoke.Get(SmallCloud.HealthPath).Expects(200)];

    public string? Unserved { get; set; }

    /// <summary>The version of the state that Terraform has of the place.</summary>
    public TerraformState? State { get; set; }

    /// <summary>Why nobody can read it.</summary>
    public FairleadException? StateProblem { get; set; }

    /// <summary>What the build has in place of one service and one site.</summary>
    public Func<ReleaseParts, ReleaseParts> Parts { get; set; } = x => x;

    /// <summary>What the stack has in place of one service and one site.</summary>
    public Func<StackOutputs, StackOutputs> Stack { get; set; } = x => x;

    /// <summary>What the build calls its site.</summary>
    public string SiteName { get; set; } = "web";

    public Ledger Ledger => new(Clients().S3, SmallCloud.LedgerBucket, Prefix);

    /// <summary>Writes a file of the built site.</summary>
    public void Write(string path, string content) => _clone.Write(Path.Combine("site", path), content);

    /// <summary>Takes a file of the built site away.</summary>
    public void Delete(string path) => File.Delete(_clone.PathOf("site", path));

    /// <summary>Packs the archive of the service.</summary>
    public void Pack(string content) => _clone.Write("api.tar.gz", content);

    /// <summary>Another release.</summary>
    public void Change(string content)
    {
        Time.Advance(60);
        Write("index.html", Index.Replace("Shop", content, StringComparison.Ordinal));
        Pack(content);
    }

    /// <summary>Commits everything in the clone, which becomes a repository with the first commit.</summary>
    /// <returns>The commit, whole.</returns>
    public async Task<string> CommitAsync(string message)
    {
        await GitAsync("init", "-q");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "--allow-empty", "-m", message);
        return (await GitAsync("rev-parse", "HEAD")).Trim();

        Task<string> GitAsync(params string[] arguments) => CommandLine.SucceedAsync(
            "git", ["-C", _clone, "-c", "user.name=mira", "-c", "user.email=mira@example.com", "-c", "commit.gpgsign=false", .. arguments]);
    }

    /// <summary>From now on build and stack have one more service, at a URL of its own.</summary>
    public FakeServiceHost AddService(string name)
    {
        string? served = null;
        var host = new FakeServiceHost(name, x => served = x);
        var url = Serve(() => served is null ? new ScriptedResponse(503, "no release") : new ScriptedResponse(200, $$"""{"release":"{{served}}"}"""));
        var (parts, stack) = (Parts, Stack);
        Parts = x =>
        {
            var before = parts(x);
            return before with { Services = [.. before.Services, x.Services[0] with { Name = name }] };
        };
        Stack = x =>
        {
            var before = stack(x);
            var added = new StackService(name, new FakeServiceOutputs(host, IsForImages: false)) { Url = url, HealthCheckPath = SmallCloud.HealthPath };
            return before with { Services = [.. before.Services, added] };
        };
        return host;
    }

    /// <summary>From now on build and stack have one more site with the same files, at a URL of its own, where nothing is remembered.</summary>
    /// <returns>Its bucket.</returns>
    public string AddSite(string name)
    {
        var bucket = $"shop-{name}";
        Cloud.S3.Create(bucket);
        var url = Serve(
            () => Cloud.S3.Find(bucket, "index.html") is { } page ? new ScriptedResponse(200, page.Content) : new ScriptedResponse(404, "not here"));
        var (parts, stack) = (Parts, Stack);
        Parts = x =>
        {
            var before = parts(x);
            return before with { Sites = [.. before.Sites, x.Sites[0] with { Name = name }] };
        };
        Stack = x =>
        {
            var before = stack(x);
            return before with { Sites = [.. before.Sites, new StackSite(name, bucket) { DistributionId = "E2", Url = url }] };
        };
        return bucket;
    }

    /// <summary>From now on build and stack call a part otherwise. What it is stays as it is.</summary>
    public void Rename(string from, string to)
    {
        var (parts, stack) = (Parts, Stack);
        Parts = x =>
        {
            var before = parts(x);
            return new ReleaseParts(
                [.. before.Services.Select(x => x with { Name = NameOf(x.Name) })], [.. before.Sites.Select(x => x with { Name = NameOf(x.Name) })]);
        };
        Stack = x =>
        {
            var before = stack(x);
            return before with
            {
                Services = [.. before.Services.Select(x => x with { Name = NameOf(x.Name) })],
                Sites = [.. before.Sites.Select(x => x with { Name = NameOf(x.Name) })],
            };
        };

        string NameOf(string name) => name == from ? to : name;
    }

    /// <summary>The place, as a run reaches it.</summary>
    public Place NewPlace()
        => new("a small cloud", "nobody", Stack(Outputs), "123456789012", Clients(x => new EffectHandler(x)))
        {
            Unserved = Unserved,
            ReadTerraformStateAsync = _ => StateProblem is { } problem ? Task.FromException<TerraformState?>(problem) : Task.FromResult(State),
        };

    public Deployment NewDeployment(Func<DeploymentSettings, DeploymentSettings>? settings = null) => new(
        NewPlace(),
        Parts(new ReleaseParts(
            [
                new ServicePart("api")
                {
                    Archive = ImageDirectory is null ? _clone.PathOf("api.tar.gz") : null,
                    ImageDirectory = ImageDirectory,
                    MigrateCommand = MigrateCommand,
                },
            ],
            [new SitePart(SiteName, _clone.PathOf("site"))])),
        settings?.Invoke(Settings) ?? Settings,
        Reporter,
        Time);

    /// <summary>Deploys, as far as the first step that fails.</summary>
    /// <param name="without">The kinds of steps that are left out.</param>
    /// <param name="settings">What the user says.</param>
    /// <param name="observer">Who sees the effects.</param>
    public async Task<IReadOnlyList<StepResult>> DeployAsync(
        IReadOnlyList<string>? without = null, Func<DeploymentSettings, DeploymentSettings>? settings = null, IEffectObserver? observer = null)
    {
        var deployment = NewDeployment(settings);
        await using var run = Open(deployment, observer);
        return await RunAsync(deployment, run, without ?? []);
    }

    public ReleaseRun Open(Deployment deployment, IEffectObserver? observer = null)
    {
        var run = Open((IRunScope)deployment, observer);
        deployment.Results = () => run.Results;
        return run;
    }

    public ReleaseRun Open(IRunScope scope, IEffectObserver? observer, bool isDryRun = false)
        => new(scope, new ReleaseRunOptions { DryRun = isDryRun, Observers = observer is null ? [] : [observer] }, Reporter, Time);

    /// <summary>Goes back by hand, as far as the first step that fails. Needs nothing of the clone.</summary>
    /// <param name="to">The release; null for the last that was seen to serve.</param>
    /// <param name="observer">Who sees the effects.</param>
    /// <param name="isDryRun">Whether nothing is to be changed.</param>
    public async Task<IReadOnlyList<StepResult>> GoBackAsync(ReleaseId? to = null, IEffectObserver? observer = null, bool isDryRun = false)
    {
        var rollback = new RequestedRollback(NewPlace(), to, Settings, Reporter, Time);
        await using var run = Open(rollback, observer, isDryRun);
        rollback.Deployment.Results = () => run.Results;
        return await RunAsync(run, rollback.Steps(Checks));
    }

    /// <summary>Prunes.</summary>
    public async Task<StepResult> PruneAsync(int keep, IEffectObserver? observer = null, bool isDryRun = false)
    {
        var pruning = Pruning.Of(NewPlace(), keep, Settings, Reporter, Time);
        await using var run = Open(pruning, observer, isDryRun);
        return (await RunAsync(run, pruning.Steps()))[^1];
    }

    public static async Task<IReadOnlyList<StepResult>> RunAsync(ReleaseRun run, IEnumerable<ReleaseStep> steps)
    {
        foreach (var step in steps)
        {
            if (!(await run.RunAsync(step, CancellationToken.None)).MayGoOn)
            {
                break;
            }
        }

        return run.Results;
    }

    public async Task<IReadOnlyList<StepResult>> RunAsync(Deployment deployment, ReleaseRun run, IReadOnlyList<string> without)
    {
        // A kind that there is not would leave nothing out, and the test would see a whole deploy.
        without.ShouldBeSubsetOf(AllKinds);
        foreach (var kind in AllKinds.Except(without))
        {
            foreach (var step in StepsOf(deployment, kind))
            {
                if (!(await run.RunAsync(step, CancellationToken.None)).MayGoOn)
                {
                    return run.Results;
                }
            }
        }

        return run.Results;
    }

    public IReadOnlyList<ReleaseStep> StepsOf(Deployment deployment, string kind) => kind switch
    {
        "assets" => ReleaseSteps.PublishAssets(deployment),
        "migrate" => ReleaseSteps.Migrate(deployment),
        "roll out" => ReleaseSteps.RollOut(deployment),
        "switch" => ReleaseSteps.Switch(deployment),
        "invalidate" => ReleaseSteps.Invalidate(deployment),
        "smoke test" => ReleaseSteps.SmokeTest(deployment, Checks),
        "record" => ReleaseSteps.Record(deployment),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such step."),
    };

    /// <summary>The manifest of the current release.</summary>
    public async Task<ReleaseManifest> CurrentAsync() => (await Ledger.ReadCurrentManifestAsync(CancellationToken.None)).ShouldNotBeNull();

    /// <summary>What a visitor gets.</summary>
    public async Task<string> VisitAsync(string path = "/")
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.GetAsync(new Uri(Cloud.PublicUrl, path));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : $"{(int)answer.StatusCode}";
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var clients in _clients)
        {
            clients.Dispose();
        }

        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await Cloud.DisposeAsync();
        _clone.Dispose();
    }

    private StackOutputs Outputs => new()
    {
        Stack = "shop",
        Region = "us-east-1",
        LedgerBucket = SmallCloud.LedgerBucket,
        LedgerPrefix = Prefix,
        PublicUrl = Cloud.PublicUrl,
        Services =
        [
            new StackService("api", new FakeServiceOutputs(Service, ImageDirectory is not null))
            {
                HealthCheckPath = SmallCloud.HealthPath,
                RepositoryUri = ImageDirectory is null ? null : "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop",
            },
        ],
        Sites = [new StackSite("web", SmallCloud.SiteBucket) { DistributionId = "E1" }],
    };

    private Uri Serve(Func<ScriptedResponse> answer)
    {
        var server = new LoopbackServer(_ => answer());
        _servers.Add(server);
        return new Uri(server.Url.AbsoluteUri.TrimEnd('/'));
    }

    private AwsClients Clients(Func<HttpMessageHandler, HttpMessageHandler>? handler = null)
    {
        var clients = Cloud.Clients(handler);
        _clients.Add(clients);
        return clients;
    }
}
