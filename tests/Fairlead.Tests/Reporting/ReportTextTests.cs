using Fairlead.Reporting;

namespace Fairlead.Tests.Reporting;

public sealed class ReportTextTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.0 KiB")]
    [InlineData(1280, "1.3 KiB")]
    [InlineData(12 * 1024, "12 KiB")]
    [InlineData((1024 * 1024) - 1, "1.0 MiB")]
    [InlineData(12L * 1024 * 1024, "12 MiB")]
    [InlineData(3L * 1024 * 1024 * 1024, "3.0 GiB")]
    [InlineData(5000L * 1024 * 1024 * 1024 * 1024, "5000 TiB")]
    public void Bytes_are_told_in_units_of_1024(long bytes, string text) => ReportText.Bytes(bytes).ShouldBe(text);

    [Theory]
    [InlineData("plain – ünïcode 漢字 👩\u200d💻", "plain – ünïcode 漢字 👩\u200d💻")]
    [InlineData("a\nb\r\tc", "a\\nb\\r\\tc")]
    [InlineData("\u001b[31mred\u0007", "\\x1b[31mred\\x07")]
    [InlineData("\u009b2J", "\\x9b2J")]
    [InlineData("gpj.\u202eexe", "gpj.\\u202eexe")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("tag \U000E0041", "tag \\U000e0041")]
    public void What_a_terminal_would_obey_is_shown(string text, string visible) => ReportText.Visible(text).ShouldBe(visible);

    [Fact]
    public void Half_a_character_is_shown_as_one_that_is_none() => ReportText.Visible("half \ud83d").ShouldBe("half \ufffd");

    [Fact]
    public void Sentences_become_one_line() => ReportText.Line(" one\r\n    two\tthree\u001b \n").ShouldBe("one two three\\x1b");

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("abc👩d", 5, "abc…")]
    public void A_text_is_cut_between_characters(string text, int length, string cut) => ReportText.Cut(text, length).ShouldBe(cut);

    [Theory]
    [InlineData("a_b*c", "a\\_b\\*c")]
    [InlineData("a|b\\|c", "a\\|b\\\\\\|c")]
    [InlineData("<img src=x> & [l](u) $x$ `c`", "&lt;img src=x&gt; &amp; \\[l\\](u) \\$x\\$ \\`c\\`")]
    [InlineData("a\r\nb\u001b", "a b\\\\x1b")]
    public void Markdown_shows_text_of_others_as_text(string text, string markdown) => MarkdownText.Escape(text).ShouldBe(markdown);

    [Theory]
    [InlineData("assets/app_1.js", "`assets/app_1.js`")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData("a`<b>", "<code>a&#96;&#60;b&#62;</code>")]
    [InlineData("a\nb", "<code>a&#92;nb</code>")]
    [InlineData("", "")]
    public void Markdown_shows_a_name_as_code_that_ends_no_cell(string text, string markdown) => MarkdownText.Code(text).ShouldBe(markdown);
}
