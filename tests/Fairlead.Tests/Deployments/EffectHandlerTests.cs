using Amazon.CloudFront.Model;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Amazon.SimpleSystemsManagement.Model;
using Fairlead.Aws;
using Fairlead.Containers.Registry;
using Fairlead.Deployments;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.Tests.Deployments;

/// <summary>Every client of a run, over HTTP: what writes outside of a step's change is not sent.</summary>
public sealed class EffectHandlerTests : IAsyncLifetime
{
    private readonly LoopbackServer _server = new(Answer);
    private readonly AwsClients _aws;
    private readonly EffectLog _log = new();
    private readonly FakeLock _lock = new(7, _ => { });

    public EffectHandlerTests() => _aws = new AwsClients(new AwsOptions
    {
        Region = "us-east-1",
        EndpointUrl = _server.Url,
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        Handler = x => new EffectHandler(x),
    });

    public static TheoryData<string> Writes => [.. Writing.Keys];

    private static Dictionary<string, Func<AwsClients, CancellationToken, Task>> Writing { get; } = new()
    {
        ["PUT /shop-site/index.html"] = (x, ends) => x.S3.PutObjectAsync(
            new PutObjectRequest { BucketName = "shop-site", Key = "index.html", ContentBody = "page" }, ends),
        ["DELETE /shop-site/index.html"] = (x, ends) => x.S3.DeleteObjectAsync(
            new DeleteObjectRequest { BucketName = "shop-site", Key = "index.html" }, ends),
        ["POST /shop-site/?delete"] = (x, ends) => x.S3.DeleteObjectsAsync(
            new DeleteObjectsRequest { BucketName = "shop-site", Objects = [new KeyVersion { Key = "index.html" }] }, ends),
        ["RunTask"] = (x, ends) => x.Ecs.RunTaskAsync(new RunTaskRequest { Cluster = "shop", TaskDefinition = "shop:1" }, ends),
        ["SendCommand"] = (x, ends) => x.Ssm.SendCommandAsync(new SendCommandRequest { DocumentName = "AWS-RunShellScript" }, ends),
        ["POST /2020-05-31/distribution/E1/invalidation"] = (x, ends) => x.CloudFront.CreateInvalidationAsync(
            new CreateInvalidationRequest
            {
                DistributionId = "E1",
                InvalidationBatch = new InvalidationBatch { CallerReference = "1", Paths = new Paths { Quantity = 1, Items = ["/*"] } },
            },
            ends),
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _aws.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_outside_of_a_step_is_not_sent(string name)
    {
        var error = await Should.ThrowAsync<Exception>(() => Writing[name](_aws, CancellationToken.None));

        error.ToString().ShouldContain($"{name} would be written outside of a step's change.");
        _server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_of_a_step_is_an_effect_with_a_name(string name)
    {
        var effects = NewEffects();

        await effects.RunAsync(() => Writing[name](_aws, CancellationToken.None));

        _log.Begun.ShouldBe([$"upload: {name}"]);
        (effects.Count, _server.Requests.Count).ShouldBe((1, 1));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_after_the_lock_was_lost_is_not_sent_and_says_who_has_it(string name)
    {
        _lock.Lose();

        var error = await Should.ThrowAsync<Exception>(() => NewEffects().RunAsync(() => Writing[name](_aws, CancellationToken.None)));

        error.ToString().ShouldContain("mallory took it over");
        _server.Requests.ShouldBeEmpty();
        _log.Begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_only_reads_needs_no_step()
    {
        await _aws.S3.GetObjectAsync("shop-site", "index.html");
        await _aws.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "shop-site" });
        await _aws.Ecs.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "shop", Services = ["api"] });
        await _aws.Ssm.ListCommandsAsync(new ListCommandsRequest());
        await _aws.Sts.GetCallerIdentityAsync(new Amazon.SecurityToken.Model.GetCallerIdentityRequest());

        _server.Requests.Count.ShouldBe(5);
        _server.Requests.Last().Body.ShouldContain("Action=GetCallerIdentity");
    }

    [Fact]
    public async Task The_registry_writes_in_a_step_only_and_under_the_same_names_in_every_run()
    {
        using var file = new TemporaryDirectory();
        var path = file.Write("blob", "layer");
        var blob = new Fairlead.Containers.OciDescriptor("application/octet-stream", $"sha256:{new string('1', 64)}", 5);
        using var registry = new RegistryClient(
            RepositoryReference.Parse($"{_server.Url.Authority}/shop"), new RegistryCredentials("AWS", "secret"), new EffectHandler(new SocketsHttpHandler()));

        (await Should.ThrowAsync<Exception>(() => registry.UploadBlobAsync(blob, path, _ => { }, default))).ToString()
            .ShouldContain("POST /v2/shop/blobs/uploads/ would be written outside of a step's change.");
        _server.Requests.ShouldBeEmpty();
        await NewEffects().RunAsync(() => registry.UploadBlobAsync(blob, path, _ => { }, default));

        _log.Begun.ShouldBe(["upload: POST /v2/shop/blobs/uploads/", $"upload: PUT /v2/shop/blobs/{blob.Digest}"]);
    }

    /// <summary>Nothing that a run began is to run on without it.</summary>
    [Fact]
    public async Task While_the_run_ends_only_what_stops_something_is_sent()
    {
        using var ending = new CancellationTokenSource();
        var effects = NewEffects(ending.Token);
        await effects.RunAsync(async () =>
        {
            await Writing["RunTask"](_aws, CancellationToken.None);
            await ending.CancelAsync();

            await Should.ThrowAsync<OperationCanceledException>(() => Writing["RunTask"](_aws, CancellationToken.None));
            await _aws.Ecs.StopTaskAsync(new StopTaskRequest { Cluster = "shop", Task = "t1" });

            _lock.Lose();
            await Should.ThrowAsync<Exception>(() => _aws.Ecs.StopTaskAsync(new StopTaskRequest { Cluster = "shop", Task = "t1" }));
        });

        _log.Begun.ShouldBe(["upload: RunTask", "upload: StopTask"]);
        _server.Requests.Select(x => x.Operation).ShouldBe(["RunTask", "StopTask"]);
    }

    [Fact]
    public async Task Two_steps_at_once_have_effects_of_their_own()
    {
        using var both = new Barrier(2);

        await Task.WhenAll(Task.Run(() => WriteAsync("push", "RunTask")), Task.Run(() => WriteAsync("upload", "SendCommand")));

        _log.Begun.ShouldBe(["push: RunTask", "upload: SendCommand"], ignoreOrder: true);
        Effects.Current.ShouldBeNull();

        Task WriteAsync(string step, string name) => new Effects(step, _lock, [_log], default).RunAsync(() =>
        {
            both.SignalAndWait(TimeSpan.FromMinutes(1)).ShouldBeTrue("They run one after the other.");
            return Writing[name](_aws, CancellationToken.None);
        });
    }

    private Effects NewEffects(CancellationToken ended = default) => new("upload", _lock, [_log], ended);

    private static ScriptedResponse Answer(RecordedRequest request) => request switch
    {
        { Operation.Length: > 0 } => ScriptedResponse.Json("{}"),
        { Method: "POST" } when request.Path.Contains("/blobs/uploads", StringComparison.Ordinal)
            => new ScriptedResponse(202, "", ("Location", $"/v2/shop/blobs/uploads/{Guid.NewGuid():N}?_state=1")),
        { Method: "PUT" } when request.Path.Contains("/blobs/uploads", StringComparison.Ordinal) => new ScriptedResponse(201, ""),
        { Method: "POST" } when request.Path.Contains("/invalidation", StringComparison.Ordinal)
            => new ScriptedResponse(201, "<Invalidation><Id>I1</Id><Status>Completed</Status></Invalidation>", ("Content-Type", "text/xml")),
        { Method: "POST" } when request.Body.Contains("GetCallerIdentity", StringComparison.Ordinal)
            => new ScriptedResponse(200, "<GetCallerIdentityResponse/>", ("Content-Type", "text/xml")),
        { Method: "POST" } => new ScriptedResponse(200, "<DeleteResult/>", ("Content-Type", "application/xml")),
        _ when request.Path.Contains("list-type", StringComparison.Ordinal)
            => new ScriptedResponse(200, "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>", ("Content-Type", "application/xml")),
        _ => new ScriptedResponse(200, "", ("ETag", "\"d41d8cd98f00b204e9800998ecf8427e\"")),
    };
}
