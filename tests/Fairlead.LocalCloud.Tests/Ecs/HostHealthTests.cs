using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Health checks of containers that run as processes of this machine, really carried out.</summary>
public sealed class HostHealthTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-health-");
    private readonly TestClock _clock = new();
    private readonly StateDirectory _state;
    private readonly HostProcessTaskRuntime _runtime;

    public HostHealthTests()
    {
        _state = StateDirectory.Open(Path.Combine(_folder, "state"));
        var account = new Account();
        _runtime = new HostProcessTaskRuntime(
            _state,
            account,
            TestListeners.Default,
            new TaskRoles(AccessKey.Of(_state), account, TestListeners.Default),
            _clock);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_shell_asks_in_the_folder_and_with_the_environment_and_the_port_of_the_container()
        => (await HealthOf("CMD-SHELL", "test \"$NAME\" = shop && test -f ./data && test \"$PORT\" = \"$(echo localhost:8080 | cut -d: -f2)\""))
            .ShouldBe("HEALTHY");

    [Fact]
    public async Task A_program_of_the_image_is_asked_by_its_path() => (await HealthOf("CMD", "/app/check", "an argument")).ShouldBe("HEALTHY");

    [Fact]
    public async Task A_check_that_fails_makes_the_container_unhealthy() => (await HealthOf("CMD-SHELL", "exit 1")).ShouldBe("UNHEALTHY");

    [Fact]
    public async Task A_program_that_is_not_there_makes_the_container_unhealthy() => (await HealthOf("CMD", "no-such-program")).ShouldBe("UNHEALTHY");

    [Fact]
    public async Task A_check_that_takes_too_long_has_failed_and_is_ended()
    {
        var pid = Path.Combine(_folder, "pid");

        (await HealthOf("CMD-SHELL", $"echo $$ > {pid}.part; mv {pid}.part {pid}; exec sleep 600", timesOut: pid)).ShouldBe("UNHEALTHY");

        ProcessIdentity.Of(int.Parse((await File.ReadAllTextAsync(pid)).Trim())).ShouldBeNull();
    }

    /// <param name="kind">CMD or CMD-SHELL.</param>
    /// <param name="command">What follows.</param>
    /// <param name="argument">What follows that; null for nothing.</param>
    /// <param name="timesOut">The check writes this file and hangs; null when it ends by itself.</param>
    /// <returns>The first health that is told.</returns>
    private async Task<string> HealthOf(string kind, string command, string? argument = null, string? timesOut = null)
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder, "image", "app"));
        Write(Path.Combine(root.FullName, "run"), "exec sleep 600");
        Write(Path.Combine(root.FullName, "check"), "test \"$1\" = \"an argument\"");
        Write(Path.Combine(root.FullName, "data"), "");
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var launch = new ContainerLaunch
        {
            TaskId = new string('1', 32),
            Name = "app",
            Image = new PreparedImage("a", "sha256:1", root.Parent!.FullName, new ImageConfig([], [], new Dictionary<string, string>(), "/")),
            Command = ["/app/run"],
            WorkingDirectory = "/app",
            Environment = new Dictionary<string, string> { ["NAME"] = "shop" },
            ContainerPorts = [8080],
            HealthCheck = new ContainerHealthCheck(
                argument is null ? [kind, command] : [kind, command, argument],
                TimeSpan.FromSeconds(10),
                TimeSpan.FromSeconds(2),
                Retries: 1,
                StartPeriod: TimeSpan.Zero),
            Health = x => told.TrySetResult(x),
            Output = _ => { },
        };
        await using var container = await _runtime.StartAsync(launch, default);
        await _clock.TimersAsync(1);
        _clock.Advance(10);
        if (timesOut is not null)
        {
            await Eventually.UntilAsync(() => Task.FromResult(File.Exists(timesOut) ? "" : null));
            await _clock.TimersAsync(1);
            _clock.Advance(2);
        }

        var health = await told.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await container.StopAsync(TimeSpan.FromSeconds(10));
        return health;
    }

    private static void Write(string path, string script)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
