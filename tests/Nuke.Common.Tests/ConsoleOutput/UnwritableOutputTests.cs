using System.Text;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>A build whose streams go nowhere does its work, and whoever has the exit code does not take its output for complete.</summary>
public sealed class UnwritableOutputTests : IDisposable
{
    private const string Said = "The build failed, because its output is not complete. Standard output cannot be written: No space left on device.";
    private readonly StreamRun _process = new();

    public void Dispose() => _process.Dispose();

    [Fact]
    public void A_build_whose_output_cannot_be_written_fails_and_does_not_crash()
    {
        using var run = new TestRun { Out = new Full() };
        run.Run<Quiet>("A").ShouldBe(-1);
        run.Names(Nuke.Common.Execution.ExecutionStatus.Succeeded).ShouldBe(["A"]);
    }

    [UnixTheory]
    [InlineData("Work")]
    [InlineData("Work More Most")]
    [InlineData("Work More Most --parallel 1")]
    [InlineData("Work --script 'seq 20000; seq 20000 >&2'")]
    public async Task On_a_full_disk_the_work_is_done_and_the_loss_is_told(string arguments)
    {
        await _process.RunAsync($"build {arguments} > /dev/full 2> error");

        _process.Error.ShouldBe($"{Said} Its targets had their turn all the same.\n");
        _process.ExitCode.ShouldBe(255);
        _process.IsWorkDone.ShouldBeTrue();
        _process.Read(".nuke/temp/build.log").ShouldContain("line 99 of the console");
    }

    [UnixTheory]
    [InlineData("--help")]
    [InlineData("Work --plan")]
    [InlineData("Work --plan --format json")]
    [InlineData("Nonsense")]
    public async Task An_answer_that_a_full_disk_has_cut_is_a_failure(string arguments)
    {
        await _process.RunAsync($"build {arguments} > /dev/full 2> error");

        _process.Error.ShouldBe($"{Said}\n");
        _process.ExitCode.ShouldBe(255);
    }

    [UnixFact]
    public async Task What_failed_by_itself_keeps_its_exit_code()
    {
        await _process.RunAsync("build Fail > /dev/full 2> error");

        _process.Error.ShouldStartWith(Said);
        _process.ExitCode.ShouldBe(StreamBuild.OwnCode);
    }

    [UnixFact]
    public async Task When_the_errors_go_to_the_same_disk_the_exit_code_is_what_is_left()
    {
        await _process.RunAsync("build Work More Most > /dev/full 2>&1");

        _process.ExitCode.ShouldBe(255);
        _process.IsWorkDone.ShouldBeTrue();
    }

    [UnixTheory]
    [InlineData("build Work >&- 2> error")]
    [InlineData("build Work > output 2>&-")]
    [InlineData("build Work >&- 2>&- <&-")]
    [InlineData("build Work 2> error | head -n 1 > output")]
    [InlineData("build Work 2> error | true")]
    public async Task That_nobody_reads_is_no_failure(string shell)
    {
        await _process.RunAsync(shell);

        _process.Error.ShouldBeEmpty();
        _process.ExitCode.ShouldBe(0);
        _process.IsWorkDone.ShouldBeTrue();
    }

    [UnixFact]
    public async Task A_build_that_cannot_even_start_says_so_where_it_can_and_never_crashes()
    {
        await _process.RunAsync("build Work --root nowhere > /dev/full 2>&1");

        _process.ExitCode.ShouldBe(255);
        _process.IsWorkDone.ShouldBeFalse();
    }

    private sealed class Full : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device.");
    }

    private sealed class Quiet : NukeBuild
    {
        private Target A => _ => _.Executes(() => { });
    }
}
