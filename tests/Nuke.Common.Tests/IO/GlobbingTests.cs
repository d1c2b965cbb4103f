using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.IO;

public sealed class GlobbingTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("globs-").FullName;

    public GlobbingTests()
    {
        foreach (var file in new[] { "a.cs", "src/A/A.cs", "src/A/obj/x.cs", "src/B/B.cs", "src/B/b1.txt", "src/B/.hidden" })
        {
            (_root / file).WriteAllText("x");
        }
    }

    public void Dispose() => _root.DeleteDirectory();

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs src/A/A.cs src/A/obj/x.cs src/B/B.cs")]
    [InlineData("src/**/*.cs", "src/A/A.cs src/A/obj/x.cs src/B/B.cs")]
    [InlineData("**/A/**/*.cs", "src/A/A.cs src/A/obj/x.cs")]
    [InlineData("**/**/**/x.cs", "src/A/obj/x.cs")]
    [InlineData("src/B/**", "src/B/.hidden src/B/B.cs src/B/b1.txt")]
    [InlineData("src/?/B.cs", "src/B/B.cs")]
    [InlineData("src/[A-C]/[!b]*.cs", "src/A/A.cs src/B/B.cs")]
    [InlineData("src/{A,B}/*.{cs,txt}", "src/A/A.cs src/B/B.cs src/B/b1.txt")]
    [InlineData("src/B/b[0-9].*", "src/B/b1.txt")]
    [InlineData("src/./A/A.cs", "src/A/A.cs")]
    [InlineData("src/A", "")]
    [InlineData("nowhere/*", "")]
    public void Files_match_patterns(string pattern, string expected)
        => string.Join(' ', _root.GlobFiles(pattern).Select(x => _root.GetUnixRelativePathTo(x))).ShouldBe(expected);

    [Theory]
    [InlineData("**/obj", "src/A/obj")]
    [InlineData("src/*", "src/A src/B")]
    [InlineData("src/**", "src src/A src/A/obj src/B")]
    [InlineData("a.cs", "")]
    public void Directories_match_patterns(string pattern, string expected)
        => string.Join(' ', _root.GlobDirectories(pattern).Select(x => _root.GetUnixRelativePathTo(x))).ShouldBe(expected);

    [Fact]
    public void Patterns_are_taken_one_after_the_other()
        => _root.GlobFiles("src/B/*.cs", "*.cs").Select(x => x.Name).ShouldBe(["B.cs", "a.cs"]);

    [Fact]
    public void A_path_with_a_star_needs_no_pattern()
        => Globbing.GlobFiles(_root / "src" / "*" / "*.txt").ShouldBe([_root / "src" / "B" / "b1.txt"]);

    [Fact]
    public void A_directory_that_does_not_exist_has_no_matches() => (_root / "nowhere").GlobFiles("**/*").ShouldBeEmpty();

    [Fact]
    public void Patterns_that_cannot_be_meant_are_explained()
    {
        Should.Throw<BuildException>(() => _root.GlobFiles("/etc/*")).Message.ShouldContain("absolute");
        Should.Throw<BuildException>(() => _root.GlobFiles("{a,b")).Message.ShouldContain("not closed");
    }

    [UnixFact]
    public void A_link_to_a_directory_above_does_not_end_in_a_loop()
    {
        Directory.CreateSymbolicLink(_root / "src" / "A" / "up", _root);
        _root.GlobFiles("**/A.cs").Count.ShouldBe(1);
    }

    [Fact]
    public void Many_stars_do_not_take_exponential_time()
    {
        (_root / new string('a', 120)).WriteAllText("x");
        _root.GlobFiles("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b").ShouldBeEmpty();
    }

    private sealed class Injected : NukeBuild
    {
        [FileGlobbing("src/**/*.txt")] public readonly AbsolutePath? Only;
        [DirectoryGlobbing("src/*")] public readonly AbsolutePath[]? All;

        Target A => _ => _.Executes(() => { });
    }

    [Fact]
    public void Matches_are_injected()
    {
        using var run = new TestRun();
        run.Write("src/x/a.txt", "");
        run.Write("src/y/a.md", "");
        run.Run<Injected>("A").ShouldBe(0, run.Output);
        var build = (Injected)run.Build;
        build.Only!.Name.ShouldBe("a.txt");
        build.All!.Select(x => x.Name).ShouldBe(["x", "y"]);
    }
}
