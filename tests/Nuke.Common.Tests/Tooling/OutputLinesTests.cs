using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class OutputLinesTests
{
    [Theory]
    [InlineData(3, "1|2|3")]
    [InlineData(5, "1|2|3|4|5")]
    [InlineData(7, "1|2|3|4|5|6|7")]
    [InlineData(8, "1|2|3|4|5|[1 lines with 1 characters are left out here]|7|8")]
    [InlineData(9, "1|2|3|4|5|[2 lines with 2 characters are left out here]|8|9")]
    public void The_first_and_the_last_lines_are_kept_and_what_is_between_is_counted(int count, string expected)
    {
        var lines = new OutputLines(longest: 10, longestEnd: 4);
        foreach (var number in Enumerable.Range(1, count))
        {
            lines.Add(new Output { Type = OutputType.Std, Text = $"{number}" });
        }

        string.Join('|', lines.Select(x => x.Text)).ShouldBe(expected);
        lines.Count.ShouldBe(expected.Split('|').Length);
    }

    [Fact]
    public void Whoever_parses_what_is_not_complete_finds_it_broken()
    {
        var lines = new OutputLines(longest: 2, longestEnd: 4);
        foreach (var text in new[] { "[", "1,", "2,", "3", "]" })
        {
            lines.Add(new Output { Type = OutputType.Std, Text = text });
        }

        Should.Throw<System.Text.Json.JsonException>(() => lines.StdToJson<int[]>());
    }
}
