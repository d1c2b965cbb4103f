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

    private string RecordFile => _run.PathOf(Path.Combine(".nuke", "temp", "incremental", "Make"));

    private ExecutionStatus Make() => BuildInProcess.StatusOf(_run.Run<IncrementalBuild>("Make").Build, "Make");

    private sealed class IncrementalBuild : NukeBuild
    {
        public Target Make => _ => _
            .Executes(() =>
            {
                var input = File.ReadAllText(RootDirectory / "input");
                File.WriteAllText(RootDirectory / "output", $"made of {input}");
                if (input == "broken")
                {
                    throw new InvalidDataException("The input is broken.");
                }
            })
            .OnlyWhenChanged(this, nameof(Make), inputs: () => [RootDirectory / "input"], outputs: () => [RootDirectory / "output"]);
    }
}
