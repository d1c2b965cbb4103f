using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Fairlead.Http;
using Fairlead.Infrastructure.Terraform.Signatures;
using Fairlead.Reporting;
using Fairlead.Secrets;
using Fairlead.Secrets.Children;

namespace Fairlead.Infrastructure.Terraform.Installation;

/// <summary>
/// Downloads a release. The signature of the checksums is verified with the publisher's key, then the archive's checksum, and only then is
/// anything unpacked; nothing is visible under the final name before all of that has succeeded. Two at the same time end with one.
/// </summary>
internal sealed class TerraformDownload(TerraformToolOptions options, TerraformProduct product, TerraformVersion version, IReporter reporter)
{
    // A list of checksums has some 5 KB, an archive 30 MB; what is much longer is something else.
    private const int LongestText = 1 << 20;
    private const int LargestArchive = 1 << 30;

    private static readonly HttpClient Http = LimitedHttp.CreateClient(HttpLimits.Default with { LargestBody = LargestArchive });

    private string Name => product == TerraformProduct.OpenTofu ? "tofu" : "terraform";

    /// <summary>Where the program is, or is going to be.</summary>
    public string ProgramPath => Path.Combine(Final, TerraformLocator.FileName(product));

    private string Final => Path.Combine(Path.GetFullPath(options.CacheDirectory), $"{Name}-{version}-{TerraformPlatform.Current}");

    /// <exception cref="FairleadException">It cannot be downloaded, or is not what its publisher signed; nothing is kept then.</exception>
    public async Task RunAsync(string why, CancellationToken cancellationToken)
    {
        var release = Release();
        var archive = $"{Name}_{version}_{TerraformPlatform.Current}.zip";
        Directory.CreateDirectory(options.CacheDirectory);
        var work = Directory.CreateDirectory(Path.Combine(Path.GetFullPath(options.CacheDirectory), $".{Guid.NewGuid():N}")).FullName;
        try
        {
            var sums = await SignedSumsAsync(release, cancellationToken);
            var published = Digest(Encoding.UTF8.GetString(sums), archive)
                            ?? throw Refused(
                                $"The signed checksums of version {version} do not name {archive}",
                                "Name a release that exists for this platform.");
            var file = Path.Combine(work, archive);
            await DownloadAsync(new Uri(release, archive), file, cancellationToken);
            await using (var content = File.OpenRead(file))
            {
                var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
                if (actual != published)
                {
                    throw Refused($"{archive} has SHA-256 {actual}, and {published} is signed for it", "Check the mirror and the network between.");
                }
            }

            Publish(await UnpackAsync(file, work, cancellationToken));
            await WrittenProgram.SettledAsync(ProgramPath, TimeProvider.System, cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new FairleadException(
                "There is no Terraform to run.",
                    $"{why}, and {UrlText.Of(release)} cannot be downloaded from: {exception.Message.TrimEnd('.')}.",
                    $"Install {Name} {version}, or name a mirror that can be reached.",
                    exception);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // https://releases.hashicorp.com/terraform/1.11.4/terraform_1.11.4_linux_amd64.zip
    // https://github.com/opentofu/opentofu/releases/download/v1.9.0/tofu_1.9.0_linux_amd64.zip
    private Uri Release()
    {
        var mirror = options.Mirror is { } own
            ? DownloadSource.Checked(own, $"{product}", $"{nameof(TerraformToolOptions)}.{nameof(TerraformToolOptions.Mirror)}").AbsoluteUri.TrimEnd('/')
            : null;
        return product == TerraformProduct.OpenTofu
            ? new Uri($"{mirror ?? "https://github.com/opentofu/opentofu/releases/download"}/v{version}/")
            : new Uri($"{mirror ?? "https://releases.hashicorp.com"}/terraform/{version}/");
    }

    private async Task<byte[]> SignedSumsAsync(Uri release, CancellationToken cancellationToken)
    {
        var name = $"{Name}_{version}_SHA256SUMS";
        var signatureName = $"{name}.{(product == TerraformProduct.OpenTofu ? "gpgsig" : "sig")}";
        var sums = await GetAsync(new Uri(release, name), cancellationToken);
        byte[] signature;
        try
        {
            signature = await GetAsync(new Uri(release, signatureName), cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            throw Refused(
                $"{UrlText.Of(new Uri(release, signatureName))} does not exist, and without a signature nothing is run",
                "Use a mirror that carries the signatures, too.");
        }

        try
        {
            (options.SigningKey is { } own ? OpenPgpKeyRing.Read(own) : ReleaseKeys.Of(product)).Verify(sums, signature);
            return sums;
        }
        catch (OpenPgpException exception)
        {
            throw Refused($"The signature {signatureName} is not to be trusted: {exception.Message}", "Check the mirror and the network between.");
        }
    }

    private static async Task<byte[]> GetAsync(Uri source, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, source).WithLimits(HttpLimits.Document(LongestText));
        using var response = await Http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    // be591e8c59c49d0cfbc7664d24910a4b43840b89d0a4bbca662149bbf0397e91  terraform_1.9.8_darwin_amd64.zip
    private static string? Digest(string sums, string archive)
        => sums.Split('\n').Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).FirstOrDefault(x => x.Length == 2
            && x[1] == archive)?[0];

    private async Task DownloadAsync(Uri source, string file, CancellationToken cancellationToken)
    {
        using var response = await Http.GetAsync(source, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var total = response.Content.Headers.ContentLength ?? 0;
        await using var input = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var output = File.Create(file);
        var buffer = new byte[1 << 17];
        long done = 0;
        for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            reporter.Progress($"Downloading {product}", done += read, total);
        }
    }

    /// <summary>Takes the program alone out of the archive, executable for its owner.</summary>
    private async Task<string> UnpackAsync(string file, string work, CancellationToken cancellationToken)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(work, "unpacked")).FullName;
        await using var zip = await ZipFile.OpenReadAsync(file, cancellationToken);
        var entry = zip.GetEntry(TerraformLocator.FileName(product))
            ?? throw Refused($"The archive does not hold {TerraformLocator.FileName(product)}", "Name another release.");
        var program = Path.Combine(unpacked, TerraformLocator.FileName(product));
        await entry.ExtractToFileAsync(program, cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute);
        }

        return unpacked;
    }

    private void Publish(string unpacked)
    {
        try
        {
            Directory.Move(unpacked, Final);
        }
        catch (IOException) when (File.Exists(ProgramPath))
        {
            // Another build was faster, or an old one was damaged. Both are verified alike, so that the file of ours may take the place of
            // whichever is there, in one step and also while it runs.
            File.Move(Path.Combine(unpacked, Path.GetFileName(ProgramPath)), ProgramPath, overwrite: true);
        }
    }

    private FairleadException Refused(string why, string next)
        => new($"{product} {version} was not installed.", $"{why}.", $"{next} Nothing was kept of the download.");
}
