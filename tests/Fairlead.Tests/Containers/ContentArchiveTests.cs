using System.Formats.Tar;
using System.IO.Compression;
using Fairlead.Containers;

namespace Fairlead.Tests.Containers;

public sealed class ContentArchiveTests : IDisposable
{
    private readonly PublishOutput _output = new();

    public void Dispose() => _output.Dispose();

    private string Archive => Path.Combine(_output.Root, "artifacts", "service.tar.gz");

    [Fact]
    public async Task Equal_content_gives_equal_bytes_whoever_wrote_it_and_when()
    {
        using var other = new PublishOutput();
        foreach (var file in Directory.EnumerateFiles(other.Directory, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        await ContentArchive.WriteAsync(_output.Directory, Archive);
        await ContentArchive.WriteAsync(other.Directory, Path.Combine(other.Root, "other.tar.gz"));

        File.ReadAllBytes(Path.Combine(other.Root, "other.tar.gz")).ShouldBe(File.ReadAllBytes(Archive));
    }

    [Fact]
    public async Task Everything_is_at_the_top_and_what_can_be_run_may_be_run()
    {
        var (files, length) = await ContentArchive.WriteAsync(_output.Directory, Archive);

        var entries = await EntriesAsync();
        files.ShouldBe(11);
        length.ShouldBe(new FileInfo(Archive).Length);
        entries.Keys.ShouldContain("Shop.Api.dll");
        entries["Shop.Api.dll"].ShouldBe("rw-r--r-- MZ main assembly");
        entries["run.sh"].ShouldBe("rwxr-xr-x #!/bin/sh\n");
        entries["runtimes/linux-x64/native/libe_sqlite3.so"].ShouldStartWith("rwxr-xr-x ");
        entries.Keys.ShouldContain("runtimes/win-x64/native/e_sqlite3.dll", "Nothing is left out: the archive is what its directory is.");
    }

    [Fact]
    public async Task What_cannot_be_packed_leaves_the_earlier_archive()
    {
        await ContentArchive.WriteAsync(_output.Directory, Archive);
        var before = File.ReadAllBytes(Archive);
        File.CreateSymbolicLink(Path.Combine(_output.Directory, "hosts"), "/etc/hosts");

        var refused = await Should.ThrowAsync<FairleadException>(() => ContentArchive.WriteAsync(_output.Directory, Archive));

        refused.Message.ShouldContain("is a symbolic link to /etc/hosts");
        File.ReadAllBytes(Archive).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(Archive)!).ShouldBe([Archive]);
    }

    [Fact]
    public async Task An_archive_that_is_cancelled_leaves_the_earlier_one_and_nothing_beside_it()
    {
        await ContentArchive.WriteAsync(_output.Directory, Archive);
        var before = File.ReadAllBytes(Archive);

        await Should.ThrowAsync<OperationCanceledException>(() => ContentArchive.WriteAsync(_output.Directory, Archive, new CancellationToken(canceled: true)));

        File.ReadAllBytes(Archive).ShouldBe(before);
        Directory.GetFiles(Path.GetDirectoryName(Archive)!).ShouldBe([Archive]);
    }

    [Fact]
    public async Task An_empty_directory_and_one_that_is_not_there_are_said_so()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_output.Root, "empty")).FullName;

        (await Should.ThrowAsync<FairleadException>(() => ContentArchive.WriteAsync(empty, Archive))).Message.ShouldContain("There is nothing to pack");
        (await Should.ThrowAsync<FairleadException>(() => ContentArchive.WriteAsync(
            Path.Combine(empty, "missing"),
            Archive))).Message.ShouldContain("does not exist");
        File.Exists(Archive).ShouldBeFalse();
    }

    /// <summary>Path to mode and content.</summary>
    private async Task<Dictionary<string, string>> EntriesAsync()
    {
        await using var gzip = new GZipStream(File.OpenRead(Archive), CompressionMode.Decompress);
        await using var tar = new TarReader(gzip);
        var entries = new Dictionary<string, string>();
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                entries[entry.Name] =
                    $"{(entry.Mode.HasFlag(UnixFileMode.OtherExecute) ? "rwxr-xr-x" : "rw-r--r--")} {await new StreamReader(data).ReadToEndAsync()}";
            }
        }

        return entries;
    }
}
