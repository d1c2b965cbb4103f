using Nuke.Common.IO;

namespace Nuke.Common.Tests.IO;

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
    public void A_root_has_no_parent_to_go_up_to()
        => Should.Throw<ArgumentException>(() => (AbsolutePath)"/" / ..).Message.ShouldBe("'/' is a root, which has no parent.");

    [Fact]
    public void A_relative_text_is_no_absolute_path()
        => Should.Throw<ArgumentException>(() => (AbsolutePath)"a/b").Message.ShouldContain("not an absolute path");

    [Fact]
    public void Relative_paths_and_descendants()
    {
        AbsolutePath path = "/a/b";
        path.GetUnixRelativePathTo("/a/c/d").ToString().ShouldBe("../c/d");
        path.Contains("/a/b/c").ShouldBeTrue();
        path.Contains("/a/bc").ShouldBeFalse();
        path.Contains("/a/..b").ShouldBeFalse();
        path.GetRelativePathTo("/a/b/").ToString().ShouldBeEmpty();
        (path / "c" / "d").GetWinRelativePathTo("/a/b/e").ToString().ShouldBe(@"..\..\e");
        ((RelativePath)"a/./b" / .. / "c").ToUnixRelativePath().ToString().ShouldBe("a/c");
        ((UnixRelativePath)@"a\b" / "c").ToString().ShouldBe("a/b/c");
    }

    [Fact]
    public void Paths_of_Windows_are_understood_everywhere()
    {
        ((AbsolutePath)@"C:\a\..\b/c\").ToString().ShouldBe(@"C:\b\c");
        ((AbsolutePath)@"C:\").ToString().ShouldBe(@"C:\");
        (((AbsolutePath)@"C:\a") / "b").ToString().ShouldBe(@"C:\a\b");
        PathConstruction.GetRelativePath(@"\\server\share\x", @"\\server\SHARE\y").ShouldBe(@"..\y");
        PathConstruction.GetPathRoot(@"\\server\share").ShouldBe(@"\\server");
        PathConstruction.GetPathRoot("a/b").ShouldBeNull();
        Should.Throw<ArgumentException>(() => PathConstruction.GetRelativePath(@"C:\a", @"D:\a")).Message.ShouldContain("different roots");
        Should.Throw<ArgumentException>(() => PathConstruction.NormalizePath(@"C:\a", '/')).Message.ShouldContain("separator");
    }

    [Fact]
    public void Nothing_goes_above_the_root_and_nothing_absolute_is_appended()
    {
        Should.Throw<ArgumentException>(() => _root / "../../../../../../../..").Message.ShouldContain("above the root");
        Should.Throw<ArgumentException>(() => _root / "/etc").Message.ShouldContain("is absolute");
        Should.Throw<ArgumentException>(() => _root / ..1);
    }

    [Fact]
    public void Whether_a_file_or_a_directory_exists_follows_from_the_name()
    {
        var reportFile = (_root / "report").WriteAllText("x");
        var reportDirectory = _root / "report";
        var report = reportFile;
        reportFile.Exists().ShouldBeTrue();
        reportDirectory.Exists().ShouldBeFalse();
        reportFile.Existing().ShouldBe(reportFile);
        reportDirectory.Existing().ShouldBeNull();
        Should.Throw<ArgumentException>(() => report.Exists()).Message.ShouldContain("'report' does not say");
    }

    [Fact]
    public void Text_ends_in_one_line_break_unless_told_otherwise()
    {
        var file = _root / "new" / "a.txt";
        file.WriteAllText("x\n\n").ReadAllBytes().ShouldBe("x\n"u8.ToArray());
        file.WriteAllText("x\r\ny").ReadAllText().ShouldBe("x\r\ny\r\n");
        file.WriteAllText("x", eofLineBreak: false).ReadAllText().ShouldBe("x");
        file.WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Windows).ReadAllText().ShouldBe("a\r\nb\r\n");
        file.WriteAllLines(["a", "b"], platformFamily: PlatformFamily.Linux, eofLineBreak: false).ReadAllText().ShouldBe("a\nb");
        file.AppendAllText("c").UpdateText(x => x.ToUpperInvariant()).ReadAllLines().ShouldBe(["A", "BC"]);
    }

    [Fact]
    public void Files_are_found_to_the_given_depth()
    {
        foreach (var file in new[] { "a.txt", "b.md", "x/c.txt", "x/y/d.txt" })
        {
            (_root / file).WriteAllText("x");
        }

        _root.GetFiles("*.txt").Select(x => x.Name).ShouldBe(["a.txt"]);
        _root.GetFiles("*.txt", depth: 2).Select(x => x.Name).ShouldBe(["a.txt", "c.txt"]);
        _root.GetFiles(depth: 0).ShouldBeEmpty();
        _root.GetDirectories(depth: 5).Select(x => x.Name).ShouldBe(["x", "y"]);
        Should.Throw<DirectoryNotFoundException>(() => (_root / "nowhere").GetFiles());
    }

    [Fact]
    public void Renaming_keeps_the_extension_when_asked_to()
    {
        (_root / "a.txt").WriteAllText("x").RenameWithoutExtension("b").Name.ShouldBe("b.txt");
        (_root / "b.txt").Rename(x => x.NameWithoutExtension + ".md").Name.ShouldBe("b.md");
        var other = (_root / "c.md").WriteAllText("x");
        (_root / "b.md").Move(other, ExistsPolicy.FileSkip).Name.ShouldBe("b.md");
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
        (target / "both.txt").ReadAllText().ShouldBe("target\n");
        (target / "sub" / "new.txt").ReadAllText().ShouldBe("new\n");
        source.Copy(target, ExistsPolicy.MergeAndOverwrite);
        (target / "both.txt").ReadAllText().ShouldBe("source\n");
        Should.Throw<IOException>(() => source.Copy(source / "inside")).Message.ShouldContain("into itself");
    }

    [Fact]
    public void Moving_a_directory_into_an_existing_one_merges_and_removes_the_source()
    {
        (_root / "from" / "a").WriteAllText("a");
        (_root / "to" / "b").WriteAllText("b");
        (_root / "from").Move(_root / "to", ExistsPolicy.MergeAndOverwrite);
        (_root / "from").DirectoryExists().ShouldBeFalse();
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
        (_root / "gone").DirectoryExists().ShouldBeFalse();
    }

    [Fact]
    public void A_file_hash_is_its_MD5()
        => (_root / "a").WriteAllBytes("abc"u8.ToArray()).GetFileHash().ShouldBe("900150983cd24fb0d6963f7d28e17f72");

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
