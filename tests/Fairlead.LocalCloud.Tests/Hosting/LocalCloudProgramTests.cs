using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests.Hosting;

/// <summary>The real program, as a build starts and stops it, when it is killed and when its folder is moved.</summary>
public sealed class LocalCloudProgramTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _folder = new("fairlead-program-");
    private readonly RecordingReporter _reporter = new();

    private string First => _folder.PathOf("first");

    private string Second => _folder.PathOf("second");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await In(First).StopAsync(CancellationToken.None);
        await In(Second).StopAsync(CancellationToken.None);
        _folder.Dispose();
    }

    [Fact]
    public async Task What_a_killed_one_left_running_is_ended_and_nothing_else()
    {
        using var running = Process.GetProcessById((await In(First).EnsureRunningAsync(CancellationToken.None)).ProcessId);
        using var left = StartTask(First);
        using var others = StartTask(Second);
        running.Kill();
        await running.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        (await In(First).StopAsync(CancellationToken.None)).ShouldBeFalse();
        (await In(First).EndLeftoversAsync(CancellationToken.None)).ShouldBe(1);

        await left.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        others.HasExited.ShouldBeFalse();
        (await In(First).EndLeftoversAsync(CancellationToken.None)).ShouldBe(0);
        others.Kill();
    }

    [Fact]
    public async Task One_that_runs_is_not_robbed_of_its_tasks()
    {
        await In(First).EnsureRunningAsync(CancellationToken.None);
        using var task = StartTask(First);

        var error = await Should.ThrowAsync<FairleadException>(() => In(First).EndLeftoversAsync(CancellationToken.None));

        error.What.ShouldBe("A local cloud has this state and does not answer.");
        error.Why.ShouldContain(First);
        task.HasExited.ShouldBeFalse();
        task.Kill();
    }

    [Fact]
    public async Task One_whose_folder_is_moved_ends_with_its_tasks_and_is_started_in_the_new_place()
    {
        var before = await In(First).EnsureRunningAsync(CancellationToken.None);
        using var running = Process.GetProcessById(before.ProcessId);
        using var task = StartTask(First);

        Directory.Move(First, Second);
        var after = await In(Second).EnsureRunningAsync(CancellationToken.None);

        await running.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await task.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        after.ProcessId.ShouldNotBe(before.ProcessId);
        (after.Api, after.Edge).ShouldBe((before.Api, before.Edge));
        Directory.Exists(First).ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_is_started_beside_the_original()
    {
        var original = await In(First).EnsureRunningAsync(CancellationToken.None);
        await CommandLine.SucceedAsync("cp", ["-a", First, Second]);
        (await In(Second).FindAsync(CancellationToken.None)).ShouldBeNull();

        var copy = await In(Second).EnsureRunningAsync(CancellationToken.None);

        copy.ProcessId.ShouldNotBe(original.ProcessId);
        copy.Api.ShouldNotBe(original.Api);
        (await In(First).FindAsync(CancellationToken.None)).ShouldBe(original);
        (await In(Second).StopAsync(CancellationToken.None)).ShouldBeTrue();
        (await In(First).FindAsync(CancellationToken.None)).ShouldBe(original);
    }

    /// <summary>As a deploy does it: a stack, an image, an object, a task that writes to its log and its volume.</summary>
    [Fact]
    public async Task After_real_use_all_that_it_wrote_is_its_owners_alone_whatever_the_umask_of_who_started_it()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.CreateDirectory(First);
        File.SetUnixFileMode(First, (UnixFileMode)0b111_111_111);
        var endpoints = await In(First).EnsureRunningAsync(CancellationToken.None);
        var key = endpoints.AccessKey.ShouldNotBeNull();
        await using (var cloud = CloudClient.Of(endpoints.Api, endpoints.Registry, First, new SignatureV4(key.AccessKeyId, key.SecretAccessKey)))
        {
            await Jobs.RunAsync(cloud, await Jobs.PushAsync(cloud, "echo told; echo kept > store/file", "volumes/job/store"), "{}");
            using var s3 = cloud.Signer.Client(endpoints.Api, "s3");
            (await s3.PutAsync("/bucket", null)).EnsureSuccessStatusCode();
            (await s3.PutAsync("/bucket/a/b", new StringContent("content"))).EnsureSuccessStatusCode();
            await new LocalStackProvisioner(endpoints, new LocalStackSpecification { Name = "shop" }).ApplyAsync(CancellationToken.None);
        }

        (await In(First).StopAsync(CancellationToken.None)).ShouldBeTrue();
        var entries = new DirectoryInfo(First).GetFileSystemInfos("*", SearchOption.AllDirectories).Where(x => x.LinkTarget is null).ToList();

        var open = entries.Where(x => (x.UnixFileMode & (UnixFileMode)0b000_111_111) != 0).Select(x => Path.GetRelativePath(First, x.FullName)).ToList();
        open.Where(x => !x.StartsWith("volumes/", StringComparison.Ordinal) && !x.StartsWith("ecs/images/", StringComparison.Ordinal)).ShouldBeEmpty();
        open.ShouldContain("volumes/job/store", "a container may run as another user");
        entries.OfType<FileInfo>().Select(x => Path.GetRelativePath(First, x.FullName)).ShouldContain("access-key.json");
        entries.Count.ShouldBeGreaterThan(15);
        File.GetUnixFileMode(First).ShouldBe((UnixFileMode)0b111_000_000);
    }

    [Fact]
    public async Task The_one_who_starts_it_tells_which_port_was_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        _folder.Write("first/ports.json", $$"""{ "Api": {{port}}, "Registry": {{FreePort.Next()}}, "Edge": {{FreePort.Next()}} }""");

        var endpoints = await In(First).EnsureRunningAsync(CancellationToken.None);

        _reporter.Warnings.ShouldBe([$"Port {port} is taken; the AWS API answers on {endpoints.Api.Port}."]);
        endpoints.ToString().ShouldNotContain(endpoints.AccessKey!.SecretAccessKey);
    }

    [Theory]
    [InlineData("""{ "stacks": { "shop": {} } }""", true)]
    [InlineData("""{ "stacks": { "other": {} } }""", false)]
    [InlineData("{ broken", true)]
    [InlineData(null, false)]
    public void Its_state_tells_whether_there_is_a_stack_also_while_it_does_not_run(string? stacks, bool keeps)
    {
        if (stacks is not null)
        {
            _folder.Write("first/stacks.json", stacks);
        }

        In(First).KeepsStack("shop").ShouldBe(keeps);
    }

    private LocalCloudProcess In(string state)
        => new(new LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = state }, _reporter);

    /// <summary>A process as a local cloud of the folder starts them.</summary>
    private static Process StartTask(string state)
    {
        var folder = Directory.CreateDirectory(Path.Combine(state, "ecs", "tasks", Guid.NewGuid().ToString("N"), "job")).FullName;
        var start = new ProcessStartInfo("sleep", ["600"]) { WorkingDirectory = folder };
        start.Environment["FAIRLEAD_TASK_FOLDER"] = folder;
        return Process.Start(start)!;
    }
}
