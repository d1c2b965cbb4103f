using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests;

public sealed class SurroundingsTests
{
    private sealed class Tools : NukeBuild
    {
        [PathVariable("no-such-tool-anywhere")] readonly Tool? Missing;
        [LocalPath("tools/run.sh")] readonly Tool? Local;
        [PathVariable("sh")] readonly Tool Shell = null!; // required where it is used

        Target UseMissing => _ => _.Requires(() => Missing).Executes(() => { });
        Target UseLocal => _ => _.Requires(() => Local).Executes(() => { });
        Target UseShell => _ => _.Requires(() => Shell).Executes(() => Shell("-c \"exit 4\"", exitHandler: x => ExitCode = x.ExitCode));
    }

    [Fact]
    public void Missing_tools_are_reported_before_anything_runs()
    {
        using var run = new TestRun();
        run.Run<Tools>("UseMissing UseLocal").ShouldBe(-1);
        run.Output.ShouldContain("Tool 'Missing' is required by target 'UseMissing', but was not found. Install no-such-tool-anywhere, or name its path in "
            + "the environment variable MISSING_EXE.");
        run.Output.ShouldContain("Tool 'Local' is required by target 'UseLocal'");
    }

    [UnixFact]
    public void An_exit_handler_decides_about_the_exit_code()
    {
        using var run = new TestRun();
        run.Run<Tools>("UseShell").ShouldBe(4, run.Output);
    }

    private sealed class Simple : NukeBuild
    {
        Target A => _ => _.Executes(() => { });
    }

    [Fact]
    public void Switches_of_the_engine_are_read_from_variables_with_the_prefix_only()
    {
        using var run = new TestRun();
        run.Variables["HOST"] = "somewhere.example.org";
        run.Variables["PLAN"] = "true";
        run.Variables["NUKE_VERBOSITY"] = "quiet";
        run.Run<Simple>("A").ShouldBe(0, run.Output);
        run.Session.Options.Verbosity.ShouldBe(Verbosity.Quiet);
        run.Names(ExecutionStatus.Succeeded).ShouldBe(["A"]);
    }

    [Fact]
    public void The_root_is_the_nearest_directory_with_nuke_or_the_one_that_is_named()
    {
        using var run = new TestRun();
        run.Run<Simple>("A").ShouldBe(0);
        run.Session.RootDirectory?.ToString().ShouldBe(run.Root);

        run.Write("other/.nuke/parameters.json", "{}");
        run.Run<Simple>("A --root other").ShouldBe(0);
        run.Session.RootDirectory?.ToString().ShouldBe(Path.Combine(run.Root, "other"));

        run.Run<Simple>("A --root nowhere").ShouldBe(-1);
        run.Output.ShouldContain("--root was given 'nowhere', which is not a directory.");
    }

    [Fact]
    public void Without_a_target_and_a_default_the_message_says_so()
    {
        using var run = new TestRun();
        run.Run<Simple>("").ShouldBe(-1);
        run.Output.ShouldContain("No target was named, and the build has no default.");
    }

    [Fact]
    public void A_successful_run_leaves_no_files_behind()
    {
        using var run = new TestRun();
        run.Run<Simple>("A").ShouldBe(0);
        Directory.EnumerateFileSystemEntries(run.Root, "*", SearchOption.AllDirectories).ShouldBe([Path.Combine(run.Root, ".nuke")]);
    }
}
