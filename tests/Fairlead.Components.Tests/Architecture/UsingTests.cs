using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>The order of usings, as <c>dotnet format</c> makes it. No analyzer looks at it, and <c>dotnet format</c> needs half a minute to.</summary>
public sealed partial class UsingTests
{
    [Theory]
    [InlineData("build")]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("tools")]
    [InlineData("samples/storefront")]
    public void Usings_are_sorted(string directory)
    {
        var sources = SourceTree.Sources(directory).Where(x => !x.Path.EndsWith(".Generated.cs", StringComparison.Ordinal)).ToList();

        sources.ShouldNotBeEmpty();
        sources.SelectMany(x => Unsorted(x.Text).Select(y => $"{x.Path}: {y}")).ShouldBeEmpty("dotnet format Solution.sln sorts them");
    }

    [Theory]
    [InlineData("using B;\nusing A;\n", "using A; belongs before using B;")]
    [InlineData("using A;\nusing System.Text;\n", "using System.Text; belongs before using A;")]
    [InlineData("using static A.B;\nusing C;\n", "using C; belongs before using static A.B;")]
    [InlineData("using X = A.B;\nusing static C.D;\n", "using static C.D; belongs before using X = A.B;")]
    [InlineData("using A.B.C;\nusing A.B;\n", "using A.B; belongs before using A.B.C;")]
    public void What_is_out_of_order_is_found(string text, string expected) => Unsorted(text).ShouldBe([expected]);

    [Fact]
    public void What_is_in_order_is_not()
        => Unsorted("using System;\nusing System.Text;\nusing A;\nusing A.B;\nusing a.C;\nusing B;\nusing static A.B;\nusing X = A.B;\n\n")
            .ShouldBeEmpty();

    private static IEnumerable<string> Unsorted(string text)
    {
        var usings = Using().Matches(text).ToList();
        return usings.Zip(usings.Skip(1)).Where(x => Compare(x.First, x.Second) > 0).Select(x => $"{x.Second.Value} belongs before {x.First.Value}");
    }

    // Namespaces, then static ones, then aliases; System first. Part by part: the character that is less than all others is in the place of the dots.
    private static (int Kind, bool IsOther, string Name) Order(Match match)
    {
        var name = (match.Groups["alias"] is { Success: true } alias ? alias : match.Groups["name"]).Value;
        var kind = match.Groups["static"].Success ? 1 : match.Groups["alias"].Success ? 2 : 0;
        return (kind, name.Split('.')[0] != "System", name.Replace('.', '\0').ToUpperInvariant());
    }

    private static int Compare(Match left, Match right)
    {
        var (x, y) = (Order(left), Order(right));
        return (x.Kind, x.IsOther).CompareTo((y.Kind, y.IsOther)) is not 0 and var kinds ? kinds : string.CompareOrdinal(x.Name, y.Name);
    }

    [GeneratedRegex(@"^using (?<static>static )?((?<alias>\w+) = )?(?<name>[\w.]+)[^;(]*;", RegexOptions.Multiline)]
    private static partial Regex Using();
}
