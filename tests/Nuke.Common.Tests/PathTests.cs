using Nuke.Common.IO;

namespace Nuke.Common.Tests;

public sealed class PathTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("paths-").FullName;

    public void Dispose() => _root.DeleteDirectory();

    [Fact]
    public void Operators_append_go_up_and_add_text()
    {
        var path = (AbsolutePath)"/a/b";
        (path / "c/../d").ToString().ShouldBe("/a/b/d");
        (path / ..).ShouldBe((AbsolutePath)"/a");
        (path + ".txt").Name.ShouldBe("b.txt");
        (path == "/a//b/").ShouldBeTrue();
        ((AbsolutePath)"/a b").ToString("dn").ShouldBe("\"/a b\"");
        ((AbsolutePath)"/").Parent.ShouldBeNull();
    }

    [Fact]
    public void A_relative_text_is_no_absolute_path() =>
        Should.Throw<ArgumentException>(() => (AbsolutePath)"a/b").Message.ShouldContain("not an absolute path");

    [Fact]
    public void Relative_paths_and_descendants()
    {
        AbsolutePath path = "/a/b";
        path.GetUnixRelativePathTo("/a/c/d").ToString().ShouldBe("../c/d");
        path.Contains("/a/b/c").ShouldBeTrue();
        path.Contains("/a/bc").ShouldBeFalse();
        path.Contains("/a/..b").ShouldBeFalse();
    }

    [Fact]
    public void Globs_find_files_and_directories_and_exclude()
    {
        foreach (var file in new[] { "src/A/A.cs", "src/A/obj/x.cs", "src/B/B.cs", "src/B/B.txt" })
            (_root / file).WriteAllText("x");
        _root.GlobFiles("src/**/*.cs", "!**/obj/**").Select(x => x.Name).ShouldBe(["A.cs", "B.cs"]);
        _root.GlobDirectories("**/obj", "src/B").Select(x => _root.GetUnixRelativePathTo(x).ToString()).ShouldBe(["src/A/obj", "src/B"]);
        (_root / "nowhere").GlobFiles("**/*").ShouldBeEmpty();
    }

    [Fact]
    public void Copying_follows_the_policy()
    {
        var source = (_root / "from").CreateDirectory();
        (source / "sub" / "new.txt").WriteAllText("new");
        (source / "both.txt").WriteAllText("source");
        var target = _root / "to";
        (target / "both.txt").WriteAllText("target");

        Should.Throw<IOException>(() => source.Copy(target));
        source.Copy(target, ExistsPolicy.MergeAndSkip);
        (target / "both.txt").ReadAllText().ShouldBe("target");
        (target / "sub" / "new.txt").ReadAllText().ShouldBe("new");
        source.Copy(target, ExistsPolicy.MergeAndOverwrite);
        (target / "both.txt").ReadAllText().ShouldBe("source");
        Should.Throw<IOException>(() => source.Copy(source / "inside")).Message.ShouldContain("into itself");
    }

    [Fact]
    public void Moving_a_directory_into_an_existing_one_merges_and_removes_the_source()
    {
        (_root / "from" / "a").WriteAllText("a");
        (_root / "to" / "b").WriteAllText("b");
        (_root / "from").Move(_root / "to", ExistsPolicy.MergeAndOverwrite);
        (_root / "from").Exists().ShouldBeFalse();
        (_root / "to").GetFiles().Select(x => x.Name).ShouldBe(["a", "b"]);
    }

    [UnixFact]
    public void Deleting_a_directory_does_not_follow_links()
    {
        var kept = (_root / "kept" / "file").WriteAllText("x");
        (_root / "gone").CreateDirectory();
        Directory.CreateSymbolicLink(_root / "gone" / "link", _root / "kept");
        (_root / "gone").DeleteDirectory();
        kept.FileExists().ShouldBeTrue();
        (_root / "gone").Exists().ShouldBeFalse();
    }

    [Fact]
    public void A_directory_hash_depends_on_names_and_content_only()
    {
        (_root / "a" / "x").WriteAllText("1");
        var before = (_root / "a").GetDirectoryHash();
        (_root / "a" / "x").TouchFile(new DateTime(2020, 1, 1));
        (_root / "a").GetDirectoryHash().ShouldBe(before);
        (_root / "a" / "x").Rename("y");
        (_root / "a").GetDirectoryHash().ShouldNotBe(before);
    }
}
