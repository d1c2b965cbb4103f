using Fairlead.Secrets;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class ToolLineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n", "a|b|")]
    [InlineData("a\r\nb", "a|b|")]
    [InlineData("a\n\nb", "a||b|")]
    [InlineData("10 %\r20 %\r100 %\ndone\n", "<10 %<20 %100 %|done|")]
    [InlineData("\r10 %\r20 %\n", "<10 %20 %|")]
    [InlineData("10 %\r", "10 %|")]
    [InlineData("a\r\r\nb\n", "a|b|")]
    [InlineData("no end", "no end|")]
    public void Lines_that_a_tool_takes_back_are_told_from_those_that_stay(string text, string expected)
    {
        Read(new StringReader(text)).ShouldBe(expected);
        Read(new OneByOne(text)).ShouldBe(expected, "The same in pieces of one character.");
    }

    private static string Read(TextReader reader)
    {
        var lines = new ToolLineReader(reader);
        var result = "";
        while (lines.Read() is { } line)
        {
            result += line.IsTakenBack ? $"<{line.Text}" : $"{line.Text}|";
        }

        return result;
    }

    [Fact]
    public void A_line_longer_than_any_buffer_stays_whole()
        => new ToolLineReader(new StringReader(new string('x', 100_000) + "\n")).Read().ShouldBe((new string('x', 100_000), false));

    [Fact]
    public void Of_a_line_without_end_the_beginning_is_kept_with_a_note_and_the_next_line_is_whole()
    {
        var lines = new ToolLineReader(new StringReader($"{new string('x', 10_000)}\r{new string('y', 10_000)}\nend\n"), longest: 100);

        lines.Read().ShouldBe(($"{new string('x', 100)} [9900 more characters of this line are left out]", true));
        lines.Read().ShouldBe(($"{new string('y', 100)} [9900 more characters of this line are left out]", false));
        lines.Read().ShouldBe(("end", false));
        lines.Read().ShouldBeNull();
    }

    [Fact]
    public void A_secret_that_the_cut_goes_through_is_not_shown_by_half()
    {
        var mask = new SecretMask();
        mask.Add(["hunter2-and-more"]);
        mask.Activate();
        var lines = new ToolLineReader(new StringReader($"{new string('x', 93)}hunter2-and-more, and so on\n"), longest: 100);

        lines.Read().ShouldBe(($"{new string('x', 93)} [20 more characters of this line are left out]", false));
    }

    [Fact]
    public void Of_a_line_that_is_not_complete_no_more_is_looked_at_than_can_be_shown()
    {
        var line = new LineAssembler();
        line.Add(new string('x', 1_000_000));

        line.Partial.ShouldBe(new string('x', 64 * 1024));
        line.Take()!.Length.ShouldBe(1_000_000);
    }

    private sealed class OneByOne(string text) : TextReader
    {
        private int _next;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_next == text.Length)
            {
                return 0;
            }

            buffer[index] = text[_next++];
            return 1;
        }

        public override int Read(Span<char> buffer)
        {
            if (_next == text.Length)
            {
                return 0;
            }

            buffer[0] = text[_next++];
            return 1;
        }
    }

    private sealed class Downloading : NukeBuild
    {
        public IReadOnlyCollection<Output> Lines = [];

        Target A => _ => _.Executes(() =>
        {
            var process = ProcessTasks.StartShell("printf '1 %%\\r2 %%\\r100 %%\\nsaved\\n'; printf '50 %%\\rdone\\n' >&2", logInvocation: false);
            process.AssertZeroExitCode();
            Lines = process.Output;
        });
    }

    [UnixFact]
    public void Of_a_tools_progress_bar_the_log_has_the_end_and_the_output_every_state()
    {
        using var run = new TestRun();
        run.Run<Downloading>("A --verbosity normal").ShouldBe(0, run.Output);
        ((Downloading)run.Build).Lines.Where(x => x.Type == OutputType.Std).Select(x => x.Text).ShouldBe(["1 %", "2 %", "100 %", "saved"]);
        run.Output.ShouldNotContain("] 1 %");
        run.Output.ShouldNotContain("50 %");
        // What the tool writes to the other stream may come between.
        run.Output.ShouldContain("[DBG] 100 %\n");
        run.Output.IndexOf("[DBG] saved\n", StringComparison.Ordinal).ShouldBeGreaterThan(run.Output.IndexOf("[DBG] 100 %\n", StringComparison.Ordinal));
        run.Output.ShouldContain("[ERR] done");
    }
}
