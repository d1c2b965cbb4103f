using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ArgumentStringHandlerTests
{
    private static string Text(ArgumentStringHandler arguments) => arguments.ToStringAndClear();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\\\"")]
    [InlineData("C:\\a\\", "C:\\a\\")]
    [InlineData("\"a b\"", "\"a b\"")]
    public void Values_are_quoted_when_needed(string value, string expected) => Text($"x {value}").ShouldBe($"x {expected}");

    [Fact]
    public void Values_inside_of_written_quotes_are_escaped_but_not_quoted_again()
    {
        var message = "two \"words\"";
        var directory = "C:\\dir\\";
        Text($"commit -m \"{message}\" \"{directory}\" x").ShouldBe("commit -m \"two \\\"words\\\"\" \"C:\\dir\\\\\" x");
    }

    [Fact]
    public void A_text_that_is_everything_is_a_command_line()
    {
        var arguments = "status --short";
        Text($"{arguments}").ShouldBe("status --short");
        Text("log -1 \"a b\"").ShouldBe("log -1 \"a b\"");
    }

    [Fact]
    public void Paths_that_are_not_there_leave_nothing()
    {
        IEnumerable<IAbsolutePathHolder>? paths = null;
        Text($"add {paths}").ShouldBe("add ");
    }

    [Fact]
    public void Several_values_are_an_argument_each()
        => Text($"add {new[] { "a", "b c" }} {new AbsolutePath[] { "/d", "/e f" }}").ShouldBe("add a \"b c\" /d \"/e f\"");

    [Fact]
    public void Formats_say_how_a_value_is_written()
    {
        AbsolutePath path = "/a b";
        Text($"x {path} {path:nq} {path:s} {path:d} {"c d":nq} {1.5} {true}").ShouldBe("x \"/a b\" /a b '/a b' \"/a b\" c d 1.5 True");
    }

    [Fact]
    public void A_secret_is_filtered_also_as_it_is_written()
    {
        ArgumentStringHandler arguments = $"login {"a\"b c":r}";
        var text = arguments.ToStringAndClear();
        text.ShouldBe("login \"a\\\"b c\"");
        arguments.GetFilter()(text).ShouldBe("login \"[REDACTED]\"");
        arguments.GetFilter()("given: a\"b c").ShouldBe("given: [REDACTED]");
    }

    [Fact]
    public void Of_a_secret_of_several_lines_each_line_is_filtered()
    {
        ArgumentStringHandler arguments = $"{"first line\n}\nlast line":r}";

        arguments.GetFilter()("x first line y } last line").ShouldBe("x [REDACTED] y } [REDACTED]");
    }

    [UnixFact]
    public void Arguments_arrive_in_the_child_as_they_are()
    {
        string[] values = ["a b", "\"", "say \"hi\"", "\\", "C:\\a b\\", "\\\"", "one\ntwo", "tab\there", "$HOME `x` 'y'", "ünï"];
        using var process = ProcessTasks.StartProcess("printf", $"[%s] {values} \"\" {"last"}", Path.GetTempPath(), logInvocation: false, logOutput: false);
        process.AssertZeroExitCode();
        process.Output.StdToText().ShouldBe(string.Concat([.. values.Select(x => $"[{x}]"), "[]", "[last]"]));
    }
}
