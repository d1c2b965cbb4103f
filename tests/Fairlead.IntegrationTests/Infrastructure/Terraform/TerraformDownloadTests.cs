using System.IO.Compression;
using System.Security.Cryptography;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>Releases on a loopback server, signed by GnuPG with a throwaway key.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformDownloadTests : IAsyncLifetime
{
    private static readonly TerraformVersion Version = new(1, 11, 4);

    private readonly TemporaryDirectory _folder = new("fl-gpg-");
    private readonly FileServer _server;

    public TerraformDownloadTests() => _server = new FileServer(Directory.CreateDirectory(Path.Combine(_folder, "www")).FullName);

    private string Cache => Path.Combine(_folder, "cache");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _server.Dispose();
        foreach (var home in Directory.GetDirectories(_folder, "home-*"))
        {
            await CommandLine.RunAsync("gpgconf", ["--homedir", home, "--kill", "all"]);
        }

        _folder.Dispose();
    }

    [ToolFact("gpg", "sh")]
    public async Task A_signed_release_is_downloaded_once_and_found_again()
    {
        var key = await PublishAsync();

        var tool = await FindAsync(key);
        var again = await FindAsync(key);

        tool.Version.ShouldBe(Version);
        tool.Product.ShouldBe(TerraformProduct.Terraform);
        tool.Origin.ShouldBe("downloaded");
        again.ShouldBe(tool);
        _server.Paths.Count.ShouldBe(3);
        Directory.GetFileSystemEntries(Cache).ShouldHaveSingleItem();
    }

    [ToolFact("gpg", "sh")]
    public async Task OpenTofu_is_downloaded_with_the_names_that_it_has()
    {
        var key = await PublishAsync(TerraformProduct.OpenTofu);

        var tool = await FindAsync(key, TerraformProduct.OpenTofu);

        tool.ToString().ShouldBe("OpenTofu 1.11.4");
        _server.Paths[1].ShouldBe("/v1.11.4/tofu_1.11.4_SHA256SUMS.gpgsig");
    }

    [ToolFact("gpg", "sh")]
    public async Task Two_that_download_at_the_same_time_end_with_one()
    {
        var key = await PublishAsync();

        var both = await Task.WhenAll(FindAsync(key), FindAsync(key));

        both[0].ShouldBe(both[1]);
        Directory.GetFileSystemEntries(Cache).ShouldHaveSingleItem();
    }

    [ToolFact("gpg", "sh")]
    public async Task A_tampered_archive_is_refused()
    {
        var key = await PublishAsync();
        var archive = Directory.GetFiles(Release(), "*.zip").ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(archive);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(archive, bytes);

        await RefusedAsync(key, "is signed for it");
    }

    [ToolFact("gpg", "sh")]
    public async Task Tampered_checksums_are_refused_before_the_archive_is_asked_for()
    {
        var key = await PublishAsync();
        await File.AppendAllTextAsync(Directory.GetFiles(Release(), "*SUMS").ShouldHaveSingleItem(), "\n");

        await RefusedAsync(key, "it is not over this content");
        _server.Paths.ShouldNotContain(x => x.EndsWith(".zip", StringComparison.Ordinal));
    }

    [ToolFact("gpg", "sh")]
    public async Task A_signature_by_another_key_is_refused()
    {
        await PublishAsync();

        await RefusedAsync(await KeyAsync("other"), "is expected");
    }

    [ToolFact("gpg", "sh")]
    public async Task Without_a_key_of_its_own_a_mirror_needs_the_signature_of_the_publisher()
    {
        await PublishAsync();

        await RefusedAsync(null, "key C874011F0AB405110D02105534365D9472D7468F is expected");
    }

    [ToolFact("gpg", "sh")]
    public async Task A_missing_signature_is_refused()
    {
        var key = await PublishAsync();
        File.Delete(Directory.GetFiles(Release(), "*.sig").ShouldHaveSingleItem());

        await RefusedAsync(key, "without a signature nothing is run");
    }

    [ToolFact("gpg", "sh")]
    public async Task A_release_that_does_not_exist_is_told_with_the_address()
    {
        var error = await TerraformWorkspace.ErrorOfAsync(() => FindAsync(null));

        error.Why.ShouldContain($"{_server.Url}terraform/1.11.4/");
        Directory.GetFileSystemEntries(Cache).ShouldBeEmpty();
    }

    private async Task RefusedAsync(string? key, string reason)
    {
        var error = await TerraformWorkspace.ErrorOfAsync(() => FindAsync(key));

        error.Why.ShouldContain(reason);
        error.Next.ShouldContain("Nothing was kept");
        Directory.GetFileSystemEntries(Cache).ShouldBeEmpty();
    }

    private Task<TerraformTool> FindAsync(string? key, TerraformProduct product = TerraformProduct.Terraform) => new TerraformLocator(
        new TerraformToolOptions { CacheDirectory = Cache, Mirror = _server.Url, SigningKey = key, Version = Version, Products = [product], SearchPath = [] },
            SilentReporter.Instance).FindAsync(CancellationToken.None);

    private string Release(TerraformProduct product = TerraformProduct.Terraform)
        => Path.Combine(_folder, "www", product == TerraformProduct.OpenTofu ? $"v{Version}" : Path.Combine("terraform", $"{Version}"));

    /// <summary>Puts a release on the server whose program says that it is one.</summary>
    /// <returns>The armored key that it is signed with.</returns>
    private async Task<string> PublishAsync(TerraformProduct product = TerraformProduct.Terraform)
    {
        var (name, suffix) = product == TerraformProduct.OpenTofu ? ("tofu", "gpgsig") : ("terraform", "sig");
        var release = Directory.CreateDirectory(Release(product)).FullName;
        var architecture = System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64
            ? "arm64"
            : "amd64";
        var archive = $"{name}_{Version}_{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}_{architecture}.zip";
        await using (var zip = await ZipFile.OpenAsync(Path.Combine(release, archive), ZipArchiveMode.Create))
        await using (var program = await zip.CreateEntry(name).OpenAsync())
        {
            await program.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"#!/bin/sh\necho '{product} v{Version}'\n"));
        }

        var sums = Path.Combine(release, $"{name}_{Version}_SHA256SUMS");
        await File.WriteAllTextAsync(sums, $"{new string('0', 64)}  "
            + $"other.zip\n{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(release, archive))))}  {archive}\n");
        var key = await KeyAsync("own");
        await GpgAsync("own", "--output", $"{sums}.{suffix}", "--detach-sign", sums);
        return key;
    }

    private async Task<string> KeyAsync(string name)
    {
        var home = Path.Combine(_folder, $"home-{name}");
        Directory.CreateDirectory(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GpgAsync(name, "--passphrase", "", "--quick-generate-key", $"{name} <{name}@example.invalid>", "rsa2048", "sign", "never");
        return await GpgAsync(name, "--armor", "--export");
    }

    private Task<string> GpgAsync(string name, params string[] arguments)
        => CommandLine.SucceedAsync("gpg", ["--homedir", Path.Combine(_folder, $"home-{name}"), "--batch", "--quiet", .. arguments]);
}
