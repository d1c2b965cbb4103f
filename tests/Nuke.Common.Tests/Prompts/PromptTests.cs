using Nuke.Common.Prompts;

namespace Nuke.Common.Tests.Prompts;

public sealed class PromptTests
{
    private readonly StringWriter _out = new();

    private Prompt Ask(string keys, bool canMoveCursor = true) => new(_out, new TypedKeys(keys), canMoveCursor, x => x.Replace("hunter2", "[REDACTED]"));

    [Fact]
    public void A_line_is_typed_and_corrected()
    {
        Ask("stagg⌫ing⏎").Input("Where?", null).ShouldBe("staging");
        _out.ToString().ShouldBe("Where?\n» stagg\b \bing\n");
    }

    [Fact]
    public void An_empty_line_is_the_default()
    {
        Ask("⌫⏎").Input("Where?", "local").ShouldBe("local");
        _out.ToString().ShouldContain("[default: local]");
        Ask("⏎").Input("Where?", null).ShouldBeNull();
    }

    [Fact]
    public void Of_a_secret_only_the_length_is_visible()
    {
        Ask("hunter2⏎").Secret("Key:").ShouldBe("hunter2");
        _out.ToString().ShouldBe("Key:\n» *******\n");
    }

    [Fact]
    public void A_question_shows_no_secret()
    {
        Ask("⏎").Input("Instead of hunter2?", "hunter2").ShouldBe("hunter2");
        _out.ToString().ShouldBe("Instead of [REDACTED]?\n[default: [REDACTED]] » \n");
    }

    [Fact]
    public void The_arrows_choose()
    {
        Ask("↑↓↓↓↓↑⏎").Choice("Which?", [(1, "one"), (2, "two"), (3, "three")]).ShouldBe(2);
        _out.ToString().ShouldStartWith("Which?\n» one\n  two\n  three\n\e[3A\e[0J");
        _out.ToString().ShouldEndWith("  one\n» two\n  three\n\e[3A\e[0J¬ two\n");
    }

    [Fact]
    public void A_long_list_is_shown_in_part_around_the_selected_option()
    {
        var options = Enumerable.Range(1, 40).Select(x => (x, $"option {x}")).ToList();
        Ask(new string('↓', 39) + "⏎").Choice("Which?", options).ShouldBe(40);
        _out.ToString().ShouldContain("\e[12A");
        _out.ToString().ShouldEndWith("» option 40\n\e[12A\e[0J¬ option 40\n");
    }

    [Fact]
    public void On_a_dumb_terminal_the_number_is_typed()
    {
        Ask("9⏎x⏎2⏎", canMoveCursor: false).Choice("Which?", [(1, "one"), (2, "two")]).ShouldBe(2);
        _out.ToString().ShouldStartWith("Which?\n  1  one\n  2  two\n1 to 2 » ");
        _out.ToString().ShouldNotContain("\e");
    }
}
