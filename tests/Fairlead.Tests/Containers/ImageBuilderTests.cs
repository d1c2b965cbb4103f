using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Fairlead.Containers;

namespace Fairlead.Tests.Containers;

public sealed class ImageBuilderTests : IDisposable
{
    private readonly PublishOutput _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Equal_content_gives_equal_bytes_whoever_wrote_it_and_when()
    {
        using var other = new PublishOutput();
        foreach (var file in Directory.EnumerateFiles(other.Directory, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var one = await BuildAsync();
        var two = await new ImageBuilder().BuildAsync(other.Options, other.Layout());

        two.Image.ManifestDigest.ShouldBe(one.Image.ManifestDigest);
        Contents(two.Image.LayoutDirectory).ShouldBe(Contents(one.Image.LayoutDirectory));
    }

    [Fact]
    public async Task The_bytes_of_a_known_layer_never_change()
    {
        var image = (await BuildAsync()).Image;
        await using var gzip = new GZipStream(File.OpenRead(image.BlobPath(image.Layers[0])), CompressionMode.Decompress);

        // Changes only together with the content above. A change of the writer that changes this makes every user push every layer again.
        Convert.ToHexStringLower(await SHA256.HashDataAsync(gzip)).ShouldBe("d3e0ee69fb6e63ce79c6912cd5837e0e7faa7182dd450c55256056f47a8f1f79");
    }

    [Fact]
    public async Task Compressed_layers_tell_nothing_of_the_machine()
    {
        var image = (await BuildAsync()).Image;

        foreach (var layer in image.Layers)
        {
            Convert.ToHexStringLower(File.ReadAllBytes(image.BlobPath(layer)).AsSpan(0, 10)).ShouldBe("1f8b08000000000000ff");
        }
    }

    [Fact]
    public async Task A_build_that_was_cut_off_leaves_nothing_behind_after_the_next()
    {
        var image = (await BuildAsync()).Image;
        File.Delete(Path.Combine(image.LayoutDirectory, "index.json"));
        var left = Path.Combine(image.LayoutDirectory, "blobs", "sha256", ".writing-1");
        File.WriteAllText(left, "half a layer");

        (await BuildAsync()).Image.ManifestDigest.ShouldBe(image.ManifestDigest);

        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task A_build_that_is_cancelled_leaves_the_earlier_image()
    {
        var before = (await BuildAsync()).Image;
        _output.Write("Shop.Core.dll", "changed");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new ImageBuilder().BuildAsync(_output.Options, _output.Layout(), cancelled.Token));

        (await OciLayout.OpenAsync(before.LayoutDirectory)).ShouldBeEquivalentTo(before);
    }

    [Fact]
    public async Task A_second_build_writes_nothing()
    {
        var first = await BuildAsync();
        var times = Times(first.Image.LayoutDirectory);

        var second = await BuildAsync();

        first.Unchanged.ShouldBeFalse();
        second.Unchanged.ShouldBeTrue();
        Times(first.Image.LayoutDirectory).ShouldBe(times);
    }

    [Fact]
    public async Task A_change_of_code_leaves_the_layer_of_dependencies_and_removes_what_is_stale()
    {
        var before = (await BuildAsync()).Image;
        _output.Write("Shop.Core.dll", "MZ project assembly, changed");

        var after = (await BuildAsync()).Image;

        after.ManifestDigest.ShouldNotBe(before.ManifestDigest);
        after.Layers[0].ShouldBe(before.Layers[0]);
        after.Layers[1].ShouldNotBe(before.Layers[1]);
        Blobs(after.LayoutDirectory).ShouldBe(
            new[] { after.ManifestDigest, after.Config.Digest, after.Layers[0].Digest, after.Layers[1].Digest },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Assemblies_of_projects_and_settings_are_in_the_app_layer_and_packages_are_not()
    {
        var image = (await BuildAsync()).Image;

        Files(image, 0).ShouldBe([
            "app/Npgsql.dll",
            "app/run.sh",
            "app/runtimes/linux-musl-x64/native/libe_sqlite3.so",
            "app/runtimes/linux-x64/native/libe_sqlite3.so"
        ]);
        Files(
            image,
            1).ShouldBe(["app/Shop.Api.deps.json", "app/Shop.Api.dll", "app/Shop.Api.runtimeconfig.json", "app/Shop.Core.dll", "app/appsettings.json"]);
    }

    [Fact]
    public async Task Native_libraries_of_other_platforms_stay_when_asked_for()
    {
        var image = (await new ImageBuilder().BuildAsync(_output.Options with { OnlyPlatformRuntimes = false }, _output.Layout())).Image;

        Files(image, 0).ShouldContain("app/runtimes/win-x64/native/e_sqlite3.dll");
    }

    [Fact]
    public async Task Programs_and_scripts_are_executable_and_nothing_else_is()
    {
        var entries = Entries((await BuildAsync()).Image, 0);

        entries
            .Where(x => x.EntryType == TarEntryType.RegularFile)
            .ShouldAllBe(x => x.Uid == 0 && x.Gid == 0 && x.ModificationTime == DateTimeOffset.UnixEpoch);
        Mode("app/run.sh").ShouldBe("755");
        Mode("app/runtimes/linux-x64/native/libe_sqlite3.so").ShouldBe("755");
        Mode("app/Npgsql.dll").ShouldBe("644");
        Mode("app/").ShouldBe("755");

        string Mode(string name) => Convert.ToString((int)entries.Single(x => x.Name == name).Mode, 8);
    }

    [Fact]
    public async Task Long_and_foreign_names_survive()
    {
        var deep = string.Join('/', Enumerable.Repeat("a-directory-with-a-long-name", 12)) + "/file.txt";
        var prefixed = string.Join('/', Enumerable.Repeat("directory", 12)) + "/file.txt";
        _output.Write(deep, "deep");
        _output.Write(prefixed, "prefixed");
        _output.Write("grüße.txt", "foreign");

        var files = Files((await BuildAsync()).Image, 0);

        files.ShouldContain($"app/{deep}");
        files.ShouldContain($"app/{prefixed}");
        files.ShouldContain("app/grüße.txt");
    }

    [Fact]
    public async Task Configuration_says_how_to_run_it()
    {
        var image = (await BuildAsync()).Image;

        using var config = JsonDocument.Parse(File.ReadAllBytes(image.BlobPath(image.Config)));

        config.RootElement.GetRawText().ShouldBe(
            """{"created":"1970-01-01T00:00:00Z","architecture":"amd64","os":"linux","config":{"User":"1654","ExposedPorts":{"8080/tcp":{}}"""
                + ""","Env":["ASPNETCORE_URLS=http://+:8080"],"Entrypoint":["dotnet","Shop.Api.dll"],"WorkingDir":"/app"}"""
                    + ""","rootfs":{"type":"layers","diff_ids":"""
            + config.RootElement.GetProperty("rootfs").GetProperty("diff_ids").GetRawText()
            + """},"history":[{"created":"1970-01-01T00:00:00Z","created_by":"fairlead","comment":"dependencies"},"""
                + """{"created":"1970-01-01T00:00:00Z","created_by":"fairlead","comment":"app"}]}""");
    }

    [Fact]
    public async Task A_base_image_lies_below_and_its_settings_are_inherited()
    {
        using var lower = new PublishOutput();
        var baseOptions = lower.Options with
        {
            ContentRoot = "/usr/share/base",
            Environment = new Dictionary<string, string> { ["PATH"] = "/usr/bin", ["ASPNETCORE_URLS"] = "http://+:80" },
        };
        var baseImage = (await new ImageBuilder().BuildAsync(baseOptions, lower.Layout())).Image;

        var image = (await new ImageBuilder().BuildAsync(_output.Options with { BaseLayoutDirectory = lower.Layout() }, _output.Layout())).Image;

        image.Layers.Count.ShouldBe(4);
        image.Layers.Take(2).ShouldBe(baseImage.Layers);
        (await OciLayout.OpenAsync(_output.Layout())).ManifestDigest.ShouldBe(image.ManifestDigest);
        File.ReadAllText(image.BlobPath(image.Config)).ShouldContain("""
            "Env":["PATH=/usr/bin","ASPNETCORE_URLS=http://+:8080"]
            """.Trim());
    }

    [Fact]
    public async Task A_base_image_of_another_platform_is_refused()
    {
        using var lower = new PublishOutput();
        await new ImageBuilder().BuildAsync(lower.Options with { Platform = ImagePlatform.LinuxArm64 }, lower.Layout());

        var error = await Should.ThrowAsync<FairleadException>(
            () => new ImageBuilder().BuildAsync(_output.Options with { BaseLayoutDirectory = lower.Layout() }, _output.Layout()));

        error.Why.ShouldContain("linux/amd64");
    }

    [Fact]
    public async Task A_damaged_layer_is_found_when_opened_and_mended_by_the_next_build()
    {
        var image = (await BuildAsync()).Image;
        var blob = image.BlobPath(image.Layers[0]);
        var bytes = File.ReadAllBytes(blob);
        bytes[^1] ^= 1;
        File.WriteAllBytes(blob, bytes);

        (await Should.ThrowAsync<FairleadException>(() => OciLayout.OpenAsync(image.LayoutDirectory))).Why.ShouldContain(image.Layers[0].Digest);

        (await BuildAsync()).Image.ManifestDigest.ShouldBe(image.ManifestDigest);
        (await OciLayout.OpenAsync(image.LayoutDirectory)).ShouldBeEquivalentTo((await BuildAsync()).Image);
    }

    [Theory]
    [InlineData("index.json", "{")]
    [InlineData("index.json", "null")]
    [InlineData("index.json", "{\"schemaVersion\":2}")]
    [InlineData("index.json", "{\"manifests\":[null]}")]
    [InlineData("oci-layout", null)]
    public async Task A_layout_that_is_not_one_is_refused_and_mended(string file, string? content)
    {
        var image = (await BuildAsync()).Image;
        var path = Path.Combine(image.LayoutDirectory, file);
        File.Delete(path);
        if (content is not null)
        {
            File.WriteAllText(path, content);
        }

        (await Should.ThrowAsync<FairleadException>(() => OciLayout.OpenAsync(image.LayoutDirectory))).What.ShouldContain(image.LayoutDirectory);
        (await BuildAsync()).Image.ManifestDigest.ShouldBe(image.ManifestDigest);
    }

    [Fact]
    public async Task An_empty_or_missing_directory_is_refused()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_output.Root, "empty")).FullName;

        (await RefusalAsync(empty)).What.ShouldContain("nothing to put into the image");
        (await RefusalAsync(Path.Combine(_output.Root, "missing"))).Why.ShouldContain("does not exist");

        Task<FairleadException> RefusalAsync(string directory)
            => Should.ThrowAsync<FairleadException>(() => new ImageBuilder().BuildAsync(
                _output.Options with { ContentDirectory = directory },
                _output.Layout()));
    }

    [Fact]
    public async Task Links_within_the_content_are_kept_and_links_out_of_it_are_refused()
    {
        File.CreateSymbolicLink(Path.Combine(_output.Directory, "latest.dll"), "Npgsql.dll");
        Entries((await BuildAsync()).Image, 0).Single(x => x.Name == "app/latest.dll").LinkName.ShouldBe("Npgsql.dll");

        File.CreateSymbolicLink(Path.Combine(_output.Directory, "outside"), "../elsewhere");
        (await Should.ThrowAsync<FairleadException>(BuildAsync)).Why.ShouldContain("symbolic link");
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("-5", 0)]
    [InlineData("yesterday", 0)]
    [InlineData("1700000000", 1_700_000_000)]
    public void Source_date_epoch_is_taken_when_it_is_a_time(string? text, long seconds)
        => ImageOptions.SourceDateEpoch(text).ToUnixTimeSeconds().ShouldBe(seconds);

    private Task<ImageBuildResult> BuildAsync() => new ImageBuilder().BuildAsync(_output.Options, _output.Layout());

    private static List<string> Files(OciImage image, int layer)
        => [.. Entries(image, layer).Where(x => x.EntryType != TarEntryType.Directory).Select(x => x.Name)];

    private static List<TarEntry> Entries(OciImage image, int layer)
    {
        using var gzip = new GZipStream(File.OpenRead(image.BlobPath(image.Layers[layer])), CompressionMode.Decompress);
        using var tar = new TarReader(gzip);
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static IEnumerable<string> Blobs(string layout)
        => Directory.EnumerateFiles(Path.Combine(layout, "blobs", "sha256")).Select(x => $"sha256:{Path.GetFileName(x)}");

    private static Dictionary<string, string> Contents(string layout)
        => All(layout).ToDictionary(x => Path.GetRelativePath(layout, x), x => Convert.ToBase64String(File.ReadAllBytes(x)));

    private static Dictionary<string, DateTime> Times(string layout) => All(layout).ToDictionary(x => x, File.GetLastWriteTimeUtc);

    private static IEnumerable<string> All(string layout) => Directory.EnumerateFiles(layout, "*", SearchOption.AllDirectories).Order();
}
