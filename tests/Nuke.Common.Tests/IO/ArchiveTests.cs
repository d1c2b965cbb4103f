using System.IO.Compression;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.IO;

public sealed class ArchiveTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("archives-").FullName;

    public ArchiveTests()
    {
        (_root / "in" / "a.txt").WriteAllText("one");
        (_root / "in" / "sub" / "b.txt").WriteAllText("two");
    }

    public void Dispose() => _root.DeleteDirectory();

    [Theory]
    [InlineData("x.zip")]
    [InlineData("x.tar.gz")]
    [InlineData("new/x.tgz")]
    public void What_was_packed_is_unpacked(string archive)
    {
        (_root / "in").CompressTo(_root / archive, x => x.Name != "a.txt");
        (_root / "out" / "sub" / "b.txt").WriteAllText("old");
        (_root / archive).UncompressTo(_root / "out");
        (_root / "out").GetFiles(depth: 3).Select(x => (_root / "out").GetUnixRelativePathTo(x).ToString()).ShouldBe(["sub/b.txt"]);
        (_root / "out" / "sub" / "b.txt").ReadAllText().ShouldBe("two\n");
        Should.Throw<IOException>(() => (_root / "in").CompressTo(_root / archive));
    }

    [UnixFact]
    public void Permissions_survive()
    {
        File.SetUnixFileMode(_root / "in" / "a.txt", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var archive in new[] { "x.zip", "x.tgz" })
        {
            (_root / "in").CompressTo(_root / archive);
            (_root / archive).UncompressTo(_root / archive[2..]);
            File.GetUnixFileMode(_root / archive[2..] / "a.txt").HasFlag(UnixFileMode.UserExecute).ShouldBeTrue(archive);
        }
    }

    [Fact]
    public void An_entry_outside_of_the_directory_is_refused()
    {
        using (var archive = ZipFile.Open(_root / "evil.zip", ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(_root / "in" / "a.txt", "../evil.txt");
        }

        Should.Throw<IOException>(() => (_root / "evil.zip").UnZipTo(_root / "out"));
        (_root / "evil.txt").FileExists().ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_extension_is_explained()
        => Should.Throw<BuildException>(() => (_root / "in").CompressTo(_root / "x.rar")).Message.ShouldContain("Use .zip, .tar.gz or .tgz.");
}
