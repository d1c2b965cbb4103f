using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Fairlead.Node;
using Fairlead.Reporting;

namespace Fairlead.Tests.Node;

/// <summary>The programs are shell scripts that print a version; the release server is a listener on loopback.</summary>
public sealed class NodeLocatorTests : IDisposable
{
    private static readonly NodeVersion Pinned = new(22, 20, 0);
    private readonly string _directory = Directory.CreateTempSubdirectory("fairlead-node-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Node_from_PATH_is_taken_when_it_satisfies_the_package()
    {
        Package(">=20.19");
        var bin = Node("bin", "20.19.1");

        var found = await FindAsync(Options(bin));

        found.ShouldBe(new NodeInstallation(new NodeVersion(20, 19, 1), bin, "PATH"));
    }

    [Fact]
    public async Task The_first_node_on_PATH_that_satisfies_the_package_is_taken()
    {
        Package("^22");
        var old = Node("old", "18.0.0");
        var current = Node("current", "22.3.0");

        (await FindAsync(Options(old, current))).BinDirectory.ShouldBe(current);
    }

    [Fact]
    public async Task Without_a_network_the_message_says_what_is_on_PATH_and_what_is_wanted()
    {
        Package(">=22");
        var options = Options(Node("bin", "18.0.0")) with { Mirror = new Uri("http://127.0.0.1:9/") };

        var exception = await Should.ThrowAsync<FairleadException>(FindAsync(options));

        exception.Why.ShouldContain("Node.js on PATH is 18.0.0");
        exception.Next.ShouldContain("NODEJS_ORG_MIRROR");
        Directory.EnumerateFileSystemEntries(options.InstallDirectory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_that_does_not_satisfy_the_package_is_not_even_downloaded()
    {
        Package(">=99");

        (await Should.ThrowAsync<FairleadException>(FindAsync(Options()))).Why.ShouldContain("does not satisfy either");
    }

    [Fact]
    public async Task A_package_json_that_does_not_parse_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory, "package.json"), "{");

        (await Should.ThrowAsync<FairleadException>(FindAsync(Options()))).Why.ShouldContain("package.json");
    }

    [Fact]
    public async Task The_pinned_release_is_downloaded_checked_and_used_again()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Package(">=22");
        var archive = Archive();
        NodeInstallation first, second;
        using (var server = new ReleaseServer(archive))
        {
            var options = Options() with { Mirror = server.Url, PinnedDigests = Digests(Convert.ToHexStringLower(SHA256.HashData(archive))) };
            first = await FindAsync(options);
            second = await FindAsync(options);
            server.Requests.ShouldBe(1);
        }

        first.Origin.ShouldBe("downloaded");
        first.Version.ShouldBe(Pinned);
        second.ShouldBe(first);
    }

    [Fact]
    public async Task An_archive_with_another_digest_than_the_pinned_one_leaves_nothing_behind()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Package(">=22");
        using var server = new ReleaseServer(Archive());
        var options = Options() with { Mirror = server.Url };

        (await Should.ThrowAsync<FairleadException>(FindAsync(options))).Why.ShouldContain("is pinned for it");
        Directory.EnumerateFileSystemEntries(options.InstallDirectory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_without_a_pinned_digest_is_not_even_asked_for()
    {
        Package(">=22");
        using var server = new ReleaseServer(Archive());
        var options = Options() with { Mirror = server.Url, PinnedVersion = new NodeVersion(22, 20, 1) };

        var error = await Should.ThrowAsync<FairleadException>(FindAsync(options));

        error.Why.ShouldContain("No digest is pinned for node-v22.20.1-");
        error.Next.ShouldContain("PinnedDigests");
        server.Requests.ShouldBe(0);
    }

    [Theory]
    [InlineData("http://mirror.example.com/node", "'http://mirror.example.com/node/', which is neither https nor this machine")]
    [InlineData("HTTP://mirror.example.com/node", "'http://mirror.example.com/node/', which is neither https nor this machine")]
    [InlineData("http://someone:hunter2@mirror.example.com", "'http://mirror.example.com/', which is neither https nor this machine")]
    [InlineData("http://127.0.0.1.example.com", "'http://127.0.0.1.example.com/', which is neither https nor this machine")]
    [InlineData("ftp://mirror.example.com", "'ftp://mirror.example.com/', which is no https but ftp")]
    [InlineData("file:///srv/node", "'file:///srv/node/', which is no https but file")]
    [InlineData("mirror.example.com/node", "'mirror.example.com/node/', which is no URL")]
    [InlineData("https://mirror:port", "'https%3A%2F%2Fmirror%3Aport', which is no URL")]
    public async Task A_mirror_that_anybody_on_the_way_could_play_is_refused(string mirror, string why)
    {
        Package(">=22");
        var options = Options() with { Mirror = NodeOptions.MirrorOf(mirror) };

        var error = await Should.ThrowAsync<FairleadException>(FindAsync(options));

        error.What.ShouldBe("Node.js is not downloaded.");
        error.Why.ShouldStartWith($"NODEJS_ORG_MIRROR is {why}");
        error.Next.ShouldContain("https://");
        error.ToString().ShouldNotContain("hunter2");
        Directory.Exists(options.InstallDirectory).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, "https://nodejs.org/dist/")]
    [InlineData(" ", "https://nodejs.org/dist/")]
    [InlineData("https://mirror.example.com/node", "https://mirror.example.com/node/")]
    [InlineData("http://localhost:8080/", "http://localhost:8080/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/")]
    public void Any_other_is_not(string? mirror, string expected)
        => DownloadSource.Checked(NodeOptions.MirrorOf(mirror), "Node.js", "NODEJS_ORG_MIRROR").AbsoluteUri.ShouldBe(expected);

    [Fact]
    public void The_pinned_release_has_a_digest_for_every_platform()
        => NodeRelease.Pinned.Digests.Select(x => $"{x.Key} {Regex.IsMatch(x.Value, "^[0-9a-f]{64}$")}").ShouldBe(
            new[] { "darwin-arm64.tar.gz", "darwin-x64.tar.gz", "linux-arm64.tar.gz", "linux-x64.tar.gz", "win-arm64.zip", "win-x64.zip" }
                .Select(x => $"node-v{NodeRelease.Pinned.Version}-{x} True"),
            ignoreOrder: true);

    private static Dictionary<string, string> Digests(string digest)
        => new[] { "x64", "arm64" }.ToDictionary(x => $"node-v{Pinned}-linux-{x}.tar.gz", _ => digest);

    private static Task<NodeInstallation> FindAsync(NodeOptions options)
        => new NodeLocator(options, new NodeDownload(SilentReporter.Instance), SilentReporter.Instance).FindAsync(CancellationToken.None);

    private NodeOptions Options(params string[] searchPath) => new()
    {
        PackageDirectory = _directory,
        InstallDirectory = Path.Combine(_directory, "node"),
        PinnedVersion = Pinned,
        SearchPath = searchPath,
    };

    private void Package(string engines) => File.WriteAllText(Path.Combine(_directory, "package.json"), $$"""{ "engines": { "node": "{{engines}}" } }""");

    private string Node(string name, string version)
    {
        var bin = Directory.CreateDirectory(Path.Combine(_directory, name)).FullName;
        var file = Path.Combine(bin, "node");
        File.WriteAllText(file, Script(version));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return bin;
    }

    private static string Script(string version) => $"#!/bin/sh\necho v{version}\n";

    private static byte[] Archive()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            var architecture = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
                ? "arm64"
                : "x64";
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"node-v{Pinned}-linux-{architecture}/bin/node")
            {
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Script(Pinned.ToString()))),
            });
        }

        return bytes.ToArray();
    }

    /// <summary>The part of https://nodejs.org/dist that has one release.</summary>
    private sealed class ReleaseServer(byte[] archive) : IDisposable
    {
        private readonly LoopbackServer _server = new(_ => new ScriptedResponse(200, archive));

        public Uri Url => _server.Url;

        public int Requests => _server.Requests.Count;

        public void Dispose() => _server.Dispose();
    }
}
