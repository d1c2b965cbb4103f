using System.Formats.Tar;
using System.Text;
using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class LayerUnpackerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fairlead-layers-");
    private readonly string _root;
    private readonly LayerUnpacker _unpacker;

    public LayerUnpackerTests()
    {
        _root = _folder.CreateSubdirectory("root").FullName;
        _unpacker = new LayerUnpacker(_root);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Whiteouts_remove_what_lower_layers_have()
    {
        await ApplyAsync(File("app/a", "1"), File("app/b", "1"), File("lib/old/x", "1"));
        await ApplyAsync(File("app/.wh.a", ""), File("lib/new", "2"), File("lib/.wh..wh..opq", ""));

        Files().ShouldBe(["app/b", "lib/new"]);
    }

    /// <summary>A hard link is an entry of a few bytes, and a copy on the disk: a layer of 4 MiB became 404 MiB.</summary>
    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public async Task Hard_links_count_as_the_files_that_they_become(int links, bool refused)
    {
        var unpacker = new LayerUnpacker(_root, maximumBytes: 100 * 1024);
        var layer = Layer([File("big", new string('x', 1024)), .. Enumerable.Range(0, links).Select(x => HardLink($"link{x}", "big"))]);

        var unpacking = unpacker.ApplyAsync(layer, CancellationToken.None);

        await (refused ? ShouldRefuseAsync(unpacking, "larger than") : unpacking);
        Files().Length.ShouldBe(100, "what is too much is not written first");
    }

    [Fact]
    public async Task The_layers_of_an_image_count_together_and_hard_links_to_those_below_too()
    {
        var unpacker = new LayerUnpacker(_root, maximumBytes: 2500);
        await unpacker.ApplyAsync(Layer([File("big", new string('x', 1000))]), CancellationToken.None);
        await unpacker.ApplyAsync(Layer([HardLink("second", "big")]), CancellationToken.None);

        await ShouldRefuseAsync(unpacker.ApplyAsync(Layer([HardLink("third", "second")]), CancellationToken.None), "larger than");
    }

    [Theory]
    [InlineData("files")]
    [InlineData("directories")]
    [InlineData("links")]
    [InlineData("hard links to links")]
    [InlineData("directories above a file")]
    public async Task Entries_that_take_no_bytes_are_counted_as_well(string kind)
    {
        var unpacker = new LayerUnpacker(_root, maximumEntries: 50);
        var entries = kind switch
        {
            "directories above a file" => [File(string.Join('/', Enumerable.Repeat("d", 60)) + "/f", "")],
            _ => Enumerable.Range(0, 60).Select(x => kind switch
            {
                "files" => File($"f{x}", ""),
                "directories" => new PaxTarEntry(TarEntryType.Directory, $"d{x}/"),
                "links" => Link($"l{x}", "nowhere"),
                _ => x == 0 ? Link("l", "nowhere") : HardLink($"h{x}", "l"),
            }),
        };

        await ShouldRefuseAsync(unpacker.ApplyAsync(Layer([.. entries]), CancellationToken.None), "more than 50 files and directories");
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/../../outside")]
    [InlineData("a/../../outside")]
    public async Task A_name_cannot_lead_out(string name)
    {
        await ApplyAsync(File(name, "evil"));

        System.IO.File.Exists(Path.Combine(_folder.FullName, "outside")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_link_cannot_lead_out()
    {
        await ApplyAsync(Link("up", _folder.FullName), Link("rel", "../../.."), File("up/outside", "evil"), File("rel/outside", "evil"));

        System.IO.File.Exists(Path.Combine(_folder.FullName, "outside")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_replaces_a_link_and_does_not_write_through_it()
    {
        var outside = Path.Combine(_folder.FullName, "outside");
        await System.IO.File.WriteAllTextAsync(outside, "mine");
        await ApplyAsync(Link("file", outside));
        await ApplyAsync(File("file", "theirs"));

        (await System.IO.File.ReadAllTextAsync(outside)).ShouldBe("mine");
        (await System.IO.File.ReadAllTextAsync(Path.Combine(_root, "file"))).ShouldBe("theirs");
    }

    [Fact]
    public async Task A_hard_link_cannot_take_a_file_of_this_machine()
    {
        var outside = Path.Combine(_folder.FullName, "secret");
        await System.IO.File.WriteAllTextAsync(outside, "mine");

        await Should.ThrowAsync<IOException>(() => ApplyAsync(new PaxTarEntry(TarEntryType.HardLink, "taken") { LinkName = outside }));

        System.IO.File.Exists(Path.Combine(_root, "taken")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_whiteout_cannot_remove_what_is_outside()
    {
        var outside = Path.Combine(_folder.FullName, "keep");
        await System.IO.File.WriteAllTextAsync(outside, "mine");

        await ApplyAsync(File(".wh...", ""), File("../.wh.keep", ""));

        System.IO.File.Exists(outside).ShouldBeTrue();
        Directory.Exists(_root).ShouldBeTrue();
    }

    [Fact]
    public async Task Links_inside_the_image_are_followed_as_in_the_image()
    {
        await ApplyAsync(File("usr/lib/a", "1"), Link("lib", "/usr/lib"));
        await ApplyAsync(File("lib/b", "2"));

        System.IO.File.Exists(Path.Combine(_root, "usr/lib/b")).ShouldBeTrue();
    }

    [Fact]
    public void Links_in_a_circle_are_an_error()
    {
        System.IO.File.CreateSymbolicLink(Path.Combine(_root, "a"), "b");
        System.IO.File.CreateSymbolicLink(Path.Combine(_root, "b"), "a");

        Should.Throw<InvalidDataException>(() => RootedPath.Resolve(_root, "a/x", followLast: true));
    }

    private static TarEntry File(string name, string content)
        => new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) };

    private static TarEntry Link(string name, string target) => new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target };

    private static TarEntry HardLink(string name, string target) => new PaxTarEntry(TarEntryType.HardLink, name) { LinkName = target };

    private async Task ApplyAsync(params TarEntry[] entries) => await _unpacker.ApplyAsync(Layer(entries), default);

    private static MemoryStream Layer(TarEntry[] entries)
    {
        var buffer = new MemoryStream();
        using (var writer = new TarWriter(buffer, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                writer.WriteEntry(entry);
            }
        }

        buffer.Position = 0;
        return buffer;
    }

    private static async Task ShouldRefuseAsync(Task unpacking, string why)
        => (await Should.ThrowAsync<InvalidDataException>(unpacking)).Message.ShouldContain(why);

    private string[] Files()
        => [.. Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Select(x => Path.GetRelativePath(_root, x)).Order(StringComparer.Ordinal)];
}
