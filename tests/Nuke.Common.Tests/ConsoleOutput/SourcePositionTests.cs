using Nuke.Common.ConsoleOutput;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class SourcePositionTests
{
    [Theory]
    [InlineData("/repo/src/A.cs(3,5): error CS0029: no (x) [/repo/src/A.csproj]", "src/A.cs", 3, 5)]
    [InlineData("src/App (old).tsx(12,1): error TS2322: Type 'string'", "src/App (old).tsx", 12, 1)]
    [InlineData("/repo/A.csproj(7): warning NU1701: old", "A.csproj", 7, 1)]
    public void The_place_of_a_compilers_message_is_relative_to_the_repository(string text, string file, int line, int column)
        => SourcePosition.Find(text, "/repo").ShouldBe(new SourcePosition(file, line, column));

    [Theory]
    [InlineData("it failed")]
    [InlineData("/elsewhere/A.cs(3,5): error CS0029: x")]
    [InlineData("A.cs(three): error CS0029: x")]
    [InlineData("(3,5): error x")]
    [InlineData("2 problems\nA.cs(3,5): error CS0029: x")]
    public void Anything_else_has_no_place(string text) => SourcePosition.Find(text, "/repo").ShouldBeNull();
}
