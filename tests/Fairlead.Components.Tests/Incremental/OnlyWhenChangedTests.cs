using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Tests.Incremental;

public sealed class OnlyWhenChangedTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    public OnlyWhenChangedTests()
    {
        File.WriteAllText(_run.PathOf("input"), "one");
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_first_run_makes_the_output()
    {
        Make().ShouldBe(ExecutionStatus.Succeeded);

        File.ReadAllText(_run.PathOf("output")).ShouldBe("made of one");
    }

    [Fact]
    public void A_second_run_is_skipped()
    {
        Make();

        Make().ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void A_changed_input_makes_it_run()
    {
        Make();
        File.WriteAllText(_run.PathOf("input"), "two");

        Make().ShouldBe(ExecutionStatus.Succeeded);
        File.ReadAllText(_run.PathOf("output")).ShouldBe("made of two");
    }

    [Fact]
    public void A_touched_input_with_the_same_content_does_not()
    {
        Make();
        File.SetLastWriteTimeUtc(_run.PathOf("input"), DateTime.UnixEpoch);

        Make().ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void A_deleted_output_makes_it_run()
    {
        Make();
        File.Delete(_run.PathOf("output"));

        Make().ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public void An_output_that_somebody_changed_makes_it_run()
    {
        Make();
        File.WriteAllText(_run.PathOf("output"), "edited");

        Make().ShouldBe(ExecutionStatus.Succeeded);
        File.ReadAllText(_run.PathOf("output")).ShouldBe("made of one");
    }

    [Fact]
    public void A_run_that_failed_is_not_remembered()
    {
        Make();
        File.WriteAllText(_run.PathOf("input"), "broken");
        Make().ShouldBe(ExecutionStatus.Failed);

        // Back to what once succeeded: what the failed run left behind must not pass for it.
        File.WriteAllText(_run.PathOf("input"), "one");

        Make().ShouldBe(ExecutionStatus.Succeeded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("a\nb\nc\n")]
    public void A_corrupt_record_makes_it_run_and_is_replaced(string content)
    {
        Make();
        File.WriteAllText(RecordFile, content);

        Make().ShouldBe(ExecutionStatus.Succeeded);
        Make().ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void A_record_that_became_a_directory_makes_it_run_and_is_replaced()
    {
        Make();
        File.Delete(RecordFile);
        Directory.CreateDirectory(RecordFile);

        Make().ShouldBe(ExecutionStatus.Succeeded, _run.Output);
        Make().ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void A_file_in_place_of_the_records_is_replaced()
    {
        Directory.CreateDirectory(_run.PathOf(Path.Combine(".nuke", "temp")));
        File.WriteAllText(_run.PathOf(Path.Combine(".nuke", "temp", "incremental")), "in the way");

        Make().ShouldBe(ExecutionStatus.Succeeded, _run.Output);
        Make().ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void Force_runs_it_whatever_is_remembered_and_remembers_it()
    {
        Make();

        Make("--force").ShouldBe(ExecutionStatus.Succeeded, _run.Output);
        Make().ShouldBe(ExecutionStatus.Skipped);
        Make("--force", "false").ShouldBe(ExecutionStatus.Skipped);
    }

    [Fact]
    public void The_summary_says_unchanged()
    {
        Make();

        var target = _run.Run<IncrementalBuild>("Make").Build.ExecutionPlan.Single();

        target.SummaryInformation["Outcome"].ShouldBe("Unchanged");
        target.OnlyWhen.ShouldBe("inputs, outputs or keys changed");
    }

    [Fact]
    public void Why_it_runs_is_said()
    {
        Make();
        File.WriteAllText(_run.PathOf("input"), "two");
        Make();

        _run.Output.ShouldContain("Make runs: no earlier run is known");
        _run.Output.ShouldContain("Make runs: 1 input changed: input");
    }

    [Fact]
    public async Task While_another_build_makes_files_here_it_waits_and_says_so()
    {
        Make();
        Task<ExecutionStatus> waiting;
        using (new FileStream(TurnFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => Make());
            SpinWait
                .SpinUntil(() => waiting.IsCompleted || _run.Output.Contains("Make waits: another build makes files in this folder"), TimeSpan.FromMinutes(2))
                .ShouldBeTrue(_run.Output);
            waiting.IsCompleted.ShouldBeFalse(_run.Output);

            // What the other build leaves counts, and not what was there when the wait began.
            File.Delete(_run.PathOf("output"));
        }

        (await waiting).ShouldBe(ExecutionStatus.Succeeded, _run.Output);
    }

    [Fact]
    public void Its_turn_has_ended_when_it_has_ended_or_was_skipped()
    {
        foreach (var status in new[] { ExecutionStatus.Succeeded, ExecutionStatus.Skipped })
        {
            Make().ShouldBe(status);
            using var turn = new FileStream(TurnFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
    }

    [Fact]
    public void A_run_that_changes_its_own_input_runs_again_and_says_so()
    {
        File.WriteAllText(_run.PathOf("input"), "self");

        Make().ShouldBe(ExecutionStatus.Succeeded);

        _run.Output.ShouldContain("Make will run again the next time: 1 input changed: input while it ran");
    }

    [Fact]
    public void Only_targets_whose_effect_is_files_on_this_machine_trust_what_is_remembered()
    {
        Architecture.SourceTree.Files("src/Fairlead.Components").Where(x => x.Text.Contains(".OnlyWhenChanged(")).Select(x => Path.GetFileName(x.Path))
            .ShouldBe(["IDockerImage.cs", "IPackService.cs", "IWebBuild.cs"], ignoreOrder: true);
    }

    private string RecordFile => _run.PathOf(Path.Combine(".nuke", "temp", "incremental", "Make"));

    private string TurnFile => _run.PathOf(Path.Combine(".nuke", "temp", "incremental.lock"));

    private ExecutionStatus Make(params string[] arguments) => BuildInProcess.StatusOf(_run.Run<IncrementalBuild>(["Make", .. arguments]).Build, "Make");

    private sealed class IncrementalBuild : NukeBuild, IHazForce
    {
        public Target Make => _ => _
            .Executes(() =>
            {
                var input = File.ReadAllText(RootDirectory / "input");
                File.WriteAllText(RootDirectory / "output", $"made of {input}");
                if (input == "self")
                {
                    File.WriteAllText(RootDirectory / "input", "changed by itself");
                }

                if (input == "broken")
                {
                    throw new InvalidDataException("The input is broken.");
                }
            })
            .OnlyWhenChanged(this, nameof(Make), inputs: () => [RootDirectory / "input"], outputs: () => [RootDirectory / "output"]);
    }
}
