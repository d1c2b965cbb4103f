using System.Collections.Concurrent;
using System.Diagnostics;
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
    private readonly ConcurrentQueue<string> _output = new();
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

    [Theory]
    [InlineData("CMD-SHELL", "own-check 'an argument'")]
    [InlineData("CMD-SHELL", "exec own-name")]
    [InlineData("CMD-SHELL", "/app/check 'an argument' || exit 1")]
    [InlineData("CMD-SHELL", "/bin/own-name && test \"$(cat '/app/word')\" = word")]
    [InlineData("CMD", "own-name")]
    [InlineData("CMD", "/bin/own-name")]
    public async Task The_programs_of_the_image_are_found_under_the_names_that_they_are_asked_for(string kind, string command)
        => (await HealthOf(kind, command)).ShouldBe("HEALTHY");

    [Fact]
    public async Task A_program_of_this_machine_is_asked_where_that_of_the_image_needs_libraries()
        => (await HealthOf("CMD-SHELL", "cut --version || exit 1")).ShouldBe("HEALTHY");

    [Fact]
    public async Task The_port_of_another_container_of_the_task_is_the_one_that_it_was_given()
        => (await HealthOf("CMD-SHELL", "test localhost:5432 = 127.0.0.1:4713")).ShouldBe("HEALTHY");

    [Theory]
    [InlineData("CMD", "no-such-program")]
    [InlineData("CMD", "/app/no-such-program")]
    [InlineData("CMD-SHELL", "no-such-program")]
    [InlineData("CMD-SHELL", "/app/word")]
    public async Task A_check_that_this_machine_cannot_carry_out_says_nothing_of_the_health(string kind, string command)
    {
        (await HealthOf(kind, command, asks: 2)).ShouldBeNull();

        _output.Count(x => x.StartsWith("The container's health check cannot be carried out", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_check_that_leaves_a_process_behind_has_ended_all_the_same()
    {
        var pid = Path.Combine(_folder, "left");

        (await HealthOf("CMD-SHELL", $"setsid sh -c 'echo $$ > {pid}; exec sleep 600' & while ! test -s {pid}; do :; done")).ShouldBe("HEALTHY");

        using var left = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(pid)));
        left.Kill();
    }

    [Theory]
    [InlineData("/app/check x || exit 1", "/a\\ b/app/check x || exit 1")]
    [InlineData("\"/app/check\" x", "\"/a b/app/check\" x")]
    [InlineData("curl http://localhost/app/check $X/app/check ./app/check", "curl http://localhost/app/check $X/app/check ./app/check")]
    [InlineData("/no/such > /dev/null", "/no/such > /dev/null")]
    [InlineData("a=/app/check;(/app/check)", "a=/a\\ b/app/check;(/a\\ b/app/check)")]
    public void The_paths_of_a_line_for_the_shell_are_those_of_the_copy(string line, string expected)
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder, "a b")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "app"));
        File.WriteAllText(Path.Combine(root, "app", "check"), "");

        HostCommand.ShellLine(root, line).Replace($"{_folder}/", "/", StringComparison.Ordinal).ShouldBe(expected);
    }

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
    /// <param name="asks">How often the check is carried out.</param>
    /// <returns>The first health that is told.</returns>
    private async Task<string?> HealthOf(string kind, string command, string? argument = null, string? timesOut = null, int asks = 1)
    {
        var root = Directory.CreateDirectory(Path.Combine(_folder, "image", "app"));
        Write(Path.Combine(root.FullName, "run"), "exec sleep 600");
        Write(Path.Combine(root.FullName, "check"), "test \"$1\" = \"an argument\"");
        Write(Path.Combine(root.FullName, "data"), "");
        File.WriteAllText(Path.Combine(root.FullName, "word"), "word");
        var programs = Directory.CreateDirectory(Path.Combine(_folder, "image", "bin")).FullName;
        Write(Path.Combine(programs, "own-check"), "test \"$1\" = \"an argument\"");
        Write(Path.Combine(programs, "many"), "test \"${0##*/}\" = own-name");
        File.CreateSymbolicLink(Path.Combine(programs, "own-name"), "/bin/many");
        WriteProgramWithoutItsLibraries(Path.Combine(programs, "cut"));
        var told = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
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
            TaskPorts = () => new Dictionary<int, int> { [5432] = 4713 },
            Output = _output.Enqueue,
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
        for (var i = 1; i < asks; i++)
        {
            await _clock.TimersAsync(1);
            _clock.Advance(10);
            await _clock.TimersAsync(1);
        }

        await container.StopAsync(TimeSpan.FromSeconds(10));
        return health;
    }

    /// <summary>A program for Linux whose dynamic linker is none (elf(5)): it cannot run.</summary>
    private static void WriteProgramWithoutItsLibraries(string path)
    {
        var linker = "/bin/false\0"u8;
        var head = new byte[256];
        "\u007fELF"u8.CopyTo(head);
        (head[4], head[5], head[6], head[0x10], head[0x12], head[0x14], head[0x20], head[0x34]) = (2, 1, 1, 2, 62, 1, 64, 64);
        (head[0x36], head[0x38], head[64], head[68], head[72]) = (56, 1, 3, 4, 128);
        (head[96], head[104]) = ((byte)linker.Length, (byte)linker.Length);
        linker.CopyTo(head.AsSpan(128));
        File.WriteAllBytes(path, head);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
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
