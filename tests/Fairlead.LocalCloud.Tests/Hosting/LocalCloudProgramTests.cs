using System.Diagnostics;
using Fairlead.Infrastructure.LocalCloud;

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
