using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests.Children;

public sealed class OrphanWatchTests : IDisposable
{
    private readonly List<KilledProgram> _builds = [];
    private readonly TemporaryDirectory _directory = new("fairlead-orphans-");

    public void Dispose()
    {
        _builds.ForEach(x => x.Dispose());
        _directory.Dispose();
    }

    [Fact]
    public async Task What_runs_when_the_build_is_killed_ends_with_what_it_started()
    {
        var build = Build(WatchedBuild.Kill, "sleep 600 & echo $!; echo $$; wait");
        var (grandchild, child) = (await build.ProcessIdAsync(), await build.ProcessIdAsync());

        await build.KillAsync();

        await KilledProgram.EndsAsync(child);
        await KilledProgram.EndsAsync(grandchild);
    }

    [Fact]
    public async Task A_server_in_a_session_of_its_own_whose_parent_has_ended_is_found_by_its_mark()
    {
        var build = Build(WatchedBuild.Kill, "(setsid sh -c 'echo $$; exec sleep 600 >/dev/null 2>&1' &); sleep 600");
        var server = await build.ProcessIdAsync();

        await build.KillAsync();

        await KilledProgram.EndsAsync(server);
    }

    [Fact]
    public async Task One_that_has_dropped_its_environment_is_found_by_the_pipe_that_it_writes_to()
    {
        var build = Build(WatchedBuild.Unmarked, "(env -i /usr/bin/setsid /bin/sh -c 'echo $$; exec /bin/sleep 600' &); sleep 600");
        var server = await build.ProcessIdAsync();

        await build.KillAsync();

        await KilledProgram.EndsAsync(server);
    }

    [Fact]
    public async Task One_that_has_dropped_both_is_found_by_the_group_that_the_child_led()
    {
        var build = Build(WatchedBuild.Unmarked, "(env -i /bin/sh -c 'echo $$; exec /bin/sleep 600 >/dev/null 2>&1' &); sleep 600", "/usr/bin/setsid");
        var server = await build.ProcessIdAsync();

        await build.KillAsync();

        await KilledProgram.EndsAsync(server);
    }

    [Fact]
    public async Task What_the_build_itself_is_marked_with_is_the_mark_of_whoever_started_it_and_ends_nobody()
    {
        var mark = new Dictionary<string, string> { [OrphanWatch.Mark] = OrphanWatch.NewMark() };
        using var neighbour = ChildStart.Run(ChildStart.Of("/bin/sleep", ["600"], mark));
        var build = KilledProgram.Start(typeof(WatchedBuild), mark, WatchedBuild.Unmarked, "echo $$; sleep 600");
        _builds.Add(build);
        var child = await build.ProcessIdAsync();

        await build.KillAsync();
        await KilledProgram.EndsAsync(child);
        await WatchersOf(child);

        KilledProgram.IsAlive(neighbour.Id).ShouldBeTrue();
        neighbour.Kill();
    }

    [Fact]
    public async Task What_has_to_finish_is_interrupted_and_may_write_on_until_it_has()
    {
        // More than a pipe holds: without a reader the child would end by the signal, or wait for ever.
        var build = Build(
            WatchedBuild.Interrupt,
            $"trap 'head -c 300000 /dev/zero | tr \"\\0\" x; echo; echo saved > {_directory}/state; exit' INT; echo $$; while :; do sleep 0.1; done",
            "/usr/bin/setsid");
        var child = await build.ProcessIdAsync();

        await build.KillAsync();

        await KilledProgram.EndsAsync(child);
        (await File.ReadAllTextAsync(_directory.PathOf("state"))).ShouldBe("saved\n");
    }

    [Fact]
    public async Task What_does_not_heed_an_interrupt_gets_a_second_one_and_is_killed_then()
    {
        var build = Build(
            WatchedBuild.Interrupt, $"trap 'echo again >> {_directory}/interrupts' INT; echo $$; while :; do sleep 0.1; done", "/usr/bin/setsid");
        var child = await build.ProcessIdAsync();

        await build.KillAsync();

        await KilledProgram.EndsAsync(child);
        (await File.ReadAllLinesAsync(_directory.PathOf("interrupts"))).ShouldBe(["again", "again"]);
    }

    [Fact]
    public async Task A_build_that_ends_by_itself_leaves_what_it_started()
    {
        var build = Build(WatchedBuild.End, "echo $$; exec sleep 600 >/dev/null 2>&1");
        var child = await build.ProcessIdAsync();

        await build.Process.WaitForExitAsync();
        await WatchersOf(child);

        KilledProgram.IsAlive(child).ShouldBeTrue();
    }

    [Fact]
    public async Task A_daemon_that_a_child_which_has_ended_left_is_none_of_the_builds_business()
    {
        var build = Build(WatchedBuild.Kill, "(setsid sh -c 'echo $$; exec sleep 600 >/dev/null 2>&1' &)");
        var daemon = await build.ProcessIdAsync();

        // The child ended, so the build goes on to its own end.
        await build.Process.WaitForExitAsync();
        await WatchersOf(daemon);

        KilledProgram.IsAlive(daemon).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/usr/bin/setsid")]
    [InlineData]
    public async Task Whoever_has_the_number_of_a_child_that_has_ended_lives_on_with_its_group_and_its_pipes(params string[] leader)
    {
        var build = Build(WatchedBuild.Foreign, "echo $$; sleep 600 & echo $!; wait", leader);
        var (foreign, member) = (await build.ProcessIdAsync(), await build.ProcessIdAsync());

        await build.KillAsync();
        await WatchersOf(foreign);

        KilledProgram.IsAlive(foreign).ShouldBeTrue();
        KilledProgram.IsAlive(member).ShouldBeTrue();
    }

    [Fact]
    public async Task What_has_to_finish_is_interrupted_and_read_on_when_the_build_exits_before_it()
    {
        var build = Build(
            WatchedBuild.Exit,
            $"trap 'head -c 300000 /dev/zero | tr \"\\0\" x; echo; echo saved > {_directory}/state; exit' INT; echo $$; while :; do sleep 0.1; done",
            "/usr/bin/setsid");
        var child = await build.ProcessIdAsync();

        await build.Process.WaitForExitAsync();

        await KilledProgram.EndsAsync(child);
        (await File.ReadAllTextAsync(_directory.PathOf("state"))).ShouldBe("saved\n");
    }

    /// <summary>Waits for the end of the watchers, so that what lives then has been left alone.</summary>
    private static Task WatchersOf(int child) => Eventually.UntilAsync(() => Task.FromResult(
        Directory.EnumerateDirectories("/proc").Any(x => IsWatcher(x, child)) ? null : "gone"));

    private static bool IsWatcher(string process, int child)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains($"\0watch\0{child}\0", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private KilledProgram Build(string how, string script, params string[] leader)
    {
        var build = KilledProgram.Start(typeof(WatchedBuild), [how, script, .. leader]);
        _builds.Add(build);
        return build;
    }
}
