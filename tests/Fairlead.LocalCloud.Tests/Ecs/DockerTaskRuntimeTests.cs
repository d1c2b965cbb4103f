using System.Diagnostics;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Ecs.Docker;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class DockerTaskRuntimeTests : IAsyncLifetime
{
    private const string Digest = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private readonly string _folder = Directory.CreateTempSubdirectory("fairlead-docker-").FullName;
    private readonly TestClock _clock = new();
    private FakeDockerEngine _fake = null!;
    private DockerEngine _engine = null!;
    private StateDirectory _state = null!;
    private EcrTokens _tokens = null!;
    private DockerTaskRuntime _runtime = null!;

    public async Task InitializeAsync()
    {
        _fake = await FakeDockerEngine.StartAsync(_folder);
        _engine = new DockerEngine(_fake.Host);
        _state = StateDirectory.Open(Path.Combine(_folder, "state"));
        _tokens = new EcrTokens(
            new EcrRepositories(_state, new BlobStore(_state), new Account(), TestListeners.Default, TimeProvider.System),
            TimeProvider.System);
        _runtime = new DockerTaskRuntime(_state, _engine, new PulledImages(_state, _engine), _tokens, new Account(), _clock);
    }

    public async Task DisposeAsync()
    {
        _engine.Dispose();
        await _fake.DisposeAsync();
        _state.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_container_is_made_as_the_task_definition_says_and_published_on_loopback_only()
    {
        var source = Path.Combine(_folder, "data");
        await using var container = await _runtime.StartAsync(
            Launch() with { ContainerPorts = [8080], Mounts = [new ContainerMount(source, "/data", ReadOnly: true)], User = "1000:1000", Init = true },
                default);

        container.RuntimeId.ShouldBe("c1");
        container.Runtime.ShouldBe("docker");
        container.Ports.ShouldBe(new Dictionary<int, int> { [8080] = 49153 });
        (await container.Exited).ShouldBe(3);
        Directory.Exists(source).ShouldBeTrue();
        var host = new JsonObject
        {
            ["Privileged"] = false,
            ["PublishAllPorts"] = false,
            ["AutoRemove"] = false,
            ["NetworkMode"] = "",
            ["Init"] = true,
            ["PortBindings"] = new JsonObject { ["8080/tcp"] = new JsonArray(new JsonObject { ["HostIp"] = "127.0.0.1", ["HostPort"] = "" }) },
            ["Mounts"] = new JsonArray(new JsonObject { ["Type"] = "bind", ["Source"] = source, ["Target"] = "/data", ["ReadOnly"] = true }),
            ["LogConfig"] = new JsonObject { ["Type"] = "json-file", ["Config"] = new JsonObject { ["max-size"] = "50m", ["max-file"] = "2" } },
        };
        ShouldHold(_fake.Created!, new JsonObject
        {
            ["Name"] = "fairlead-t1-app",
            ["Image"] = $"127.0.0.1:1/shop@{Digest}",
            ["Entrypoint"] = new JsonArray("/app/run"),
            ["Cmd"] = new JsonArray("serve", "--quiet"),
            ["WorkingDir"] = "/app",
            ["Env"] = new JsonArray("NAME=a=b", "AWS_REGION=us-east-1", "AWS_DEFAULT_REGION=us-east-1"),
            ["Labels"] = new JsonObject
            {
                ["dev.fairlead.local-cloud"] = _state.Id,
                ["dev.fairlead.local-cloud.folder"] = _state.Root,
                ["dev.fairlead.task"] = "t1",
            },
            ["ExposedPorts"] = new JsonObject { ["8080/tcp"] = new JsonObject() },
            ["HostConfig"] = host,
            ["User"] = "1000:1000",
            ["Tty"] = false,
        });
    }

    [Fact]
    public async Task The_engine_carries_the_health_check_out_and_tells_what_comes_of_it()
    {
        var (ended, told) = (new TaskCompletionSource(), new List<string?>());
        _fake.Ended = ended.Task;
        var check = new ContainerHealthCheck(["CMD-SHELL", "check"], TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2), 4, TimeSpan.FromSeconds(30));

        await using var container = await _runtime.StartAsync(Launch() with { HealthCheck = check, Health = told.Add }, default);

        foreach (var (status, answer) in new[] { (200, "starting"), (200, "healthy"), (500, "healthy"), (200, "unhealthy"), (200, "unhealthy") })
        {
            await _clock.TimersAsync(1);
            _fake.Answers["GET /containers/c1/json"] = (status, $$"""{ "Id": "c1", "State": { "Health": { "Status": "{{answer}}" } } }""");
            _clock.Advance(1);
        }

        await _clock.TimersAsync(1);
        told.ShouldBe(["HEALTHY", "UNHEALTHY"]);
        ShouldHold(_fake.Created!["Healthcheck"]!, new JsonObject
        {
            ["Test"] = new JsonArray("CMD-SHELL", "check"),
            ["Interval"] = 10_000_000_000,
            ["Timeout"] = 2_000_000_000,
            ["Retries"] = 4,
            ["StartPeriod"] = 30_000_000_000,
        });
        ended.SetResult();
        await container.Exited;
    }

    [Fact]
    public async Task A_secret_goes_to_the_engine_in_the_environment_of_the_container_and_nowhere_else()
    {
        await using var container = await _runtime.StartAsync(
            Launch() with { Environment = new Dictionary<string, string> { ["PASSWORD"] = "hunter2" } },
            default);

        var created = _fake.Created!.AsObject();
        created["Env"]!.AsArray().Select(x => (string)x!).ShouldContain("PASSWORD=hunter2");
        created.Remove("Env");
        created.ToJsonString().ShouldNotContain("hunter2");
        _fake.Requests.ShouldAllBe(x => !x.Contains("hunter2"));
    }

    [Fact]
    public async Task An_image_that_the_engine_has_is_not_pulled_again()
    {
        _fake.Answers[$"GET /images/127.0.0.1:1/shop@{Digest}/json"] = (200, "{}");

        await using var container = await _runtime.StartAsync(Launch(), default);

        _fake.Requests.ShouldNotContain(x => x.StartsWith("POST /images/create"));
    }

    [Fact]
    public async Task A_pull_that_fails_half_way_is_told_in_the_words_of_ECS()
    {
        _fake.Answers["POST /images/create"] = (200, """{"status":"Pulling"}"""
            + "\n"
            + """{"errorDetail":{"message":"manifest unknown"},"error":"manifest unknown"}"""
            + "\n");

        var error = await Should.ThrowAsync<CannotPullContainerException>(() => _runtime.StartAsync(Launch(), default));

        error.Message.ShouldBe($"CannotPullContainerError: 127.0.0.1:1/shop@{Digest}: manifest unknown");
        _fake.Requests.ShouldNotContain(x => x.StartsWith("POST /containers"));
        _fake.Requests.ShouldContain($"POST /images/create?fromImage=127.0.0.1%3A1%2Fshop&tag={Uri.EscapeDataString(Digest)}");
    }

    [Fact]
    public async Task A_container_that_cannot_be_started_is_told_in_the_words_of_ECS_and_removed()
    {
        _fake.Answers["POST /containers/c1/start"] = (400, """{"message":"exec: \"/app/run\": permission denied"}""");

        var error = await Should.ThrowAsync<CannotStartContainerException>(() => _runtime.StartAsync(Launch(), default));

        error.Message.ShouldBe("CannotStartContainerError: exec: \"/app/run\": permission denied");
        _fake.Requests.Last().ShouldBe("DELETE /containers/c1?v=1&force=1");
    }

    [Fact]
    public async Task The_end_of_a_container_that_the_engine_forgot_is_a_kill_with_a_line_in_the_log()
    {
        _fake.Answers["POST /containers/c1/wait"] = (404, """{"message":"No such container: c1"}""");
        var lines = new List<string>();

        await using var container = await _runtime.StartAsync(Launch() with { Output = lines.Add }, default);

        (await container.Exited).ShouldBe(137);
        lines.ShouldContain("The Docker Engine does not say how the container ended: No such container: c1");
    }

    [Fact]
    public async Task Leftovers_are_those_of_this_state_directory()
    {
        await using (await _runtime.StartAsync(Launch(), default))
        {
        }

        _fake.Requests.Clear();

        (await _runtime.KillLeftoversAsync(default)).ShouldBe(4);

        // The output of the first container is asked for on the side, and how it is written, and both may be so only now.
        _fake.Requests.Where(x => !x.Contains("/logs?") && x != "GET /containers/c1/json").ShouldBe([
            "GET /_ping",
            $"GET /containers/json?all=1&filters={Filters(_state.Id)}",
            "DELETE /containers/c1?v=1&force=1",
            "DELETE /containers/c2?v=1&force=1",
            $"GET /containers/json?all=1&filters={Filters(_state.Root)}",
            "DELETE /containers/c1?v=1&force=1",
            "DELETE /containers/c2?v=1&force=1"
        ]);
        static string Filters(string cloud) => Uri.EscapeDataString($$$"""{"label":{"dev.fairlead.local-cloud={{{cloud}}}":true}}""");
    }

    [Fact]
    public async Task An_engine_that_fails_is_told_and_keeps_no_process_alive()
    {
        await using (await _runtime.StartAsync(Launch(), default))
        {
        }

        _fake.Answers["GET /containers/json"] = (500, """{"message":"broken"}""");
        var folder = Path.Combine(_state.Root, TaskProcess.Folder, Guid.NewGuid().ToString("N"), "app");
        var start = new ProcessStartInfo("sleep", ["600"]);
        start.Environment[TaskProcess.FolderVariable] = folder;
        using var process = Process.Start(start)!;
        var runtimes = new TaskRuntimes(null!, _engine, _runtime, new HostProcessTaskRuntime(
            _state,
            new Account(),
            TestListeners.Default,
            new TaskRoles(AccessKey.Of(_state), new Account(), TestListeners.Default),
            TimeProvider.System));

        var error = await Should.ThrowAsync<CannotEndTasksException>(() => runtimes.KillLeftoversAsync([], default));

        error.Message.ShouldBe("Containers of the Docker Engine of an earlier local cloud could not be ended: broken");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task An_engine_that_was_never_used_is_not_asked_for_leftovers()
    {
        await _runtime.KillLeftoversAsync(default);

        _fake.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_oldest_image_is_taken_out_of_the_engine_unless_a_container_uses_it()
    {
        var images = new PulledImages(_state, _engine);
        _fake.Answers["DELETE /images/r0"] = (409, """{"message":"in use"}""");

        for (var i = 0; i < 22; i++)
        {
            await images.AddAsync($"r{i}", default);
        }

        _fake.Requests.ShouldBe(["DELETE /images/r0", "DELETE /images/r0", "DELETE /images/r1"]);
    }

    [Theory]
    [InlineData("tcp://10.0.0.1:2375", "DOCKER_HOST is tcp://10.0.0.1:2375, and only unix:// is understood")]
    [InlineData("unix:///nowhere/docker.sock", "no Docker Engine answers at unix:///nowhere/docker.sock")]
    public async Task An_engine_that_cannot_be_used_says_why(string host, string why)
    {
        using var engine = new DockerEngine(host);

        (await engine.WhyNotAsync(default)).ShouldBe(why);
    }

    [Fact]
    public async Task An_engine_that_has_gone_and_left_its_socket_does_not_answer()
    {
        await _fake.DisposeAsync();
        await File.WriteAllTextAsync(_fake.Host["unix://".Length..], "");

        (await _engine.WhyNotAsync(default)).ShouldBe($"no Docker Engine answers at {_fake.Host}");
    }

    /// <summary>Every member that is expected, and what the client adds of its own only with its type's default.</summary>
    private static void ShouldHold(JsonNode sent, JsonObject expected)
    {
        foreach (var (name, value) in expected.Where(x => x.Key != "HostConfig"))
        {
            sent[name]?.ToJsonString().ShouldBe(value?.ToJsonString(), name);
        }

        if (expected["HostConfig"] is JsonObject host)
        {
            ShouldHold(sent["HostConfig"]!, host);
        }

        foreach (var (name, value) in sent.AsObject().Where(x => !expected.ContainsKey(x.Key)))
        {
            new[] { "\"\"", "false", "0", "[]", "{}" }.ShouldContain(value?.ToJsonString(), name);
        }
    }

    private static ContainerLaunch Launch() => new()
    {
        TaskId = "t1",
        Name = "app",
        Image = new PreparedImage($"127.0.0.1:1/shop@{Digest}", Digest, "/nowhere", new ImageConfig([], [], new Dictionary<string, string>(), "/")),
        Command = ["/app/run", "serve", "--quiet"],
        WorkingDirectory = "/app",
        Environment = new Dictionary<string, string> { ["NAME"] = "a=b" },
        Output = _ => { },
    };
}
