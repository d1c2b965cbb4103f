using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Fairlead.Http;
using Fairlead.Reporting;
using Fairlead.Secrets;
using Fairlead.Secrets.Children;

namespace Fairlead.Node;

/// <summary>
/// Downloads a Node.js release archive, checks it against the digest that is pinned beside the version, and unpacks it. Nothing is visible under the final
/// name before all of that has succeeded.
/// </summary>
public sealed class NodeDownload(IReporter reporter)
{
    // An archive has some 50 MB.
    private const int LargestArchive = 512 * 1024 * 1024;

    private static readonly HttpClient Http = LimitedHttp.CreateClient(HttpLimits.Default with { LargestBody = LargestArchive });

    public string BinDirectory(NodeOptions options)
    {
        var root = Path.Combine(options.InstallDirectory, DirectoryName(options.PinnedVersion));
        return OperatingSystem.IsWindows() ? root : Path.Combine(root, "bin");
    }

    /// <exception cref="FairleadException">No digest is pinned, the mirror is no place to download from, the archive cannot be downloaded, or is not the pinned
    /// one; nothing is kept then.</exception>
    public async Task RunAsync(NodeOptions options, string why, CancellationToken cancellationToken)
    {
        var name = DirectoryName(options.PinnedVersion);
        var archive = OperatingSystem.IsWindows() ? $"{name}.zip" : $"{name}.tar.gz";
        var release = new Uri(DownloadSource.Checked(options.Mirror, "Node.js", NodeOptions.MirrorVariable), $"v{options.PinnedVersion}/");
        if (!options.PinnedDigests.TryGetValue(archive, out var pinned))
        {
            throw new FairleadException(
                "Node.js cannot be downloaded.",
                $"No digest is pinned for {archive}, and what cannot be checked is not run.",
                $"Add its SHA-256 to {nameof(NodeOptions)}.{nameof(NodeOptions.PinnedDigests)}, out of the signed SHASUMS256.txt of the release, or install "
                    + "Node.js.");
        }

        Directory.CreateDirectory(options.InstallDirectory);
        var work = Directory.CreateDirectory(Path.Combine(options.InstallDirectory, $".{Guid.NewGuid():N}")).FullName;
        try
        {
            var file = Path.Combine(work, archive);
            await DownloadAsync(new Uri(release, archive), file, cancellationToken);
            await using (var content = File.OpenRead(file))
            {
                var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                if (actual != pinned)
                {
                    throw new FairleadException(
                        "Node.js was not installed.",
                        $"{archive} has SHA-256 {actual}, but {pinned} is pinned for it.",
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
            await WrittenProgram.SettledAsync(NodeLocator.ProgramIn(BinDirectory(options)), TimeProvider.System, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
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
