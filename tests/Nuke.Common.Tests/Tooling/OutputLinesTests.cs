using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class OutputLinesTests
{
    // Bytes of a line with one character.
    private const int ShortLine = 66;

    [Theory]
    [InlineData(3, "1|2|3")]
    [InlineData(5, "1|2|3|4|5")]
    [InlineData(7, "1|2|3|4|5|6|7")]
    [InlineData(8, "1|2|3|4|5|[1 lines with 1 characters are left out here]|7|8")]
    [InlineData(9, "1|2|3|4|5|[2 lines with 2 characters are left out here]|8|9")]
    public void The_first_and_the_last_lines_are_kept_and_what_is_between_is_counted(int count, string expected)
    {
        var lines = new OutputLines(largest: 5 * ShortLine, largestEnd: 2 * ShortLine);
        foreach (var number in Enumerable.Range(1, count))
        {
            lines.Add(new Output { Type = OutputType.Std, Text = $"{number}" });
        }

        string.Join('|', lines.Select(x => x.Text)).ShouldBe(expected);
        lines.Count.ShouldBe(expected.Split('|').Length);
    }

    [Fact]
    public void Lines_without_characters_have_a_bound_too()
    {
        var lines = new OutputLines(largest: 6400, largestEnd: 640);
        for (var i = 0; i < 10_000; i++)
        {
            lines.Add(new Output { Type = OutputType.Std, Text = "" });
        }

        lines.Count.ShouldBe(111);
        lines.ElementAt(100).Text.ShouldBe("[9890 lines with 0 characters are left out here]");
    }

    [Fact]
    public void Whoever_parses_what_is_not_complete_finds_it_broken()
    {
        var lines = new OutputLines(largest: ShortLine, largestEnd: 2 * ShortLine + 2);
        foreach (var text in new[] { "[", "1,", "2,", "3", "]" })
        {
            lines.Add(new Output { Type = OutputType.Std, Text = text });
        }

        Should.Throw<System.Text.Json.JsonException>(() => lines.StdToJson<int[]>());
    }
}
