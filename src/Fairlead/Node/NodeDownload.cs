using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Fairlead.Reporting;
using Fairlead.Secrets;

namespace Fairlead.Node;

/// <summary>
/// Downloads a Node.js release archive, checks it against the release's <c>SHASUMS256.txt</c>
/// (https://github.com/nodejs/node#verifying-binaries) and unpacks it. Nothing is visible under the final name before all of that has succeeded.
/// </summary>
public sealed class NodeDownload(IReporter reporter)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(10) };

    public string BinDirectory(NodeOptions options)
    {
        var root = Path.Combine(options.InstallDirectory, DirectoryName(options.PinnedVersion));
        return OperatingSystem.IsWindows() ? root : Path.Combine(root, "bin");
    }

    public async Task RunAsync(NodeOptions options, string why, CancellationToken cancellationToken)
    {
        var name = DirectoryName(options.PinnedVersion);
        var archive = OperatingSystem.IsWindows() ? $"{name}.zip" : $"{name}.tar.gz";
        var release = new Uri(options.Mirror, $"v{options.PinnedVersion}/");
        Directory.CreateDirectory(options.InstallDirectory);
        var work = Directory.CreateDirectory(Path.Combine(options.InstallDirectory, $".{Guid.NewGuid():N}")).FullName;
        try
        {
            var published = PublishedDigest(await Http.GetStringAsync(new Uri(release, "SHASUMS256.txt"), cancellationToken), archive)
                            ?? throw new FairleadException(
                                "Node.js cannot be downloaded.",
                                $"{UrlText.Of(release)}SHASUMS256.txt does not name {archive}.",
                                "Name a release that exists for this platform, or install Node.js.");
            var file = Path.Combine(work, archive);
            await DownloadAsync(new Uri(release, archive), file, cancellationToken);
            await using (var content = File.OpenRead(file))
            {
                var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                if (actual != published)
                {
                    throw new FairleadException(
                        "Node.js was not installed.",
                        $"{archive} has SHA-256 {actual}, but {published} is published for it.",
                        "Check the mirror; nothing was kept of the download.");
                }
            }

            await UnpackAsync(file, work, cancellationToken);
            var final = Path.Combine(options.InstallDirectory, name);
            if (Directory.Exists(final))
            {
                Directory.Delete(final, recursive: true);
            }

            Directory.Move(Path.Combine(work, name), final);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FairleadException(
                "The web build has no Node.js to run with.",
                $"{why}, and {UrlText.Of(release)} cannot be downloaded from: {exception.Message.TrimEnd('.')}.",
                "Install a Node.js that satisfies package.json, or set NODEJS_ORG_MIRROR to a mirror that can be reached.",
                exception);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>Lines look like <c>9f1c… node-v22.20.0-linux-x64.tar.gz</c>, two spaces between.</summary>
    internal static string? PublishedDigest(string shaSums, string archive)
        => shaSums.Split('\n').Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .FirstOrDefault(x => x.Length == 2 && x[1] == archive)?[0];

    private static string DirectoryName(NodeVersion version)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return $"node-v{version}-{system}-{architecture}";
    }

    private async Task DownloadAsync(Uri source, string file, CancellationToken cancellationToken)
    {
        using var response = await Http.GetAsync(source, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var total = response.Content.Headers.ContentLength ?? 0;
        await using var input = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var output = File.Create(file);
        var buffer = new byte[1 << 17];
        long done = 0;
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            done += read;
            reporter.Progress("Downloading Node.js", done, total);
        }
    }

    private static async Task UnpackAsync(string file, string directory, CancellationToken cancellationToken)
    {
        if (file.EndsWith(".zip", StringComparison.Ordinal))
        {
            await ZipFile.ExtractToDirectoryAsync(file, directory, cancellationToken);
            return;
        }

        await using var gzip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        await System.Formats.Tar.TarFile.ExtractToDirectoryAsync(gzip, directory, overwriteFiles: false, cancellationToken);
    }
}
