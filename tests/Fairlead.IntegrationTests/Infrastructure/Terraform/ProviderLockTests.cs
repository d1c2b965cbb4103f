using System.IO.Compression;
using System.Security.Cryptography;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>
/// What a lock file has to hold on a platform whose unpacked package nobody has seen (h1), so that init in CI (-lockfile=readonly) still takes the provider:
/// the digest of its archive (zh), which the registry's signed list has for all of them.
/// </summary>
[Trait("Category", "Integration")]
public sealed class ProviderLockTests : IDisposable
{
    private readonly TemporaryDirectory _root = new("fairlead lock-");
    private readonly string _digest;

    public ProviderLockTests()
    {
        // A provider that is never started: init only installs it. For every platform that a test may run on.
        var mirror = PathOf("mirror/registry.terraform.io/example/tiny");
        Directory.CreateDirectory(mirror);
        var archive = PathOf("tiny.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry("terraform-provider-tiny_v1.0.0");
            entry.ExternalAttributes = 0b1_000_000_111_101_101 << 16;
            using var writer = new StreamWriter(entry.Open());
            writer.Write("#!/bin/sh\n");
        }

        foreach (var platform in new[] { "linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64" })
        {
            File.Copy(archive, Path.Combine(mirror, $"terraform-provider-tiny_1.0.0_{platform}.zip"));
        }

        _digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive)));
        File.WriteAllText(PathOf("terraformrc"), $$"""
            provider_installation {
              filesystem_mirror {
                path = "{{PathOf("mirror")}}"
              }
            }
            """);
        File.WriteAllText(PathOf("main.tf"), """
            terraform {
              required_providers {
                tiny = {
                  source  = "example/tiny"
                  version = "1.0.0"
                }
              }
            }
            """);
    }

    private string LockFile => PathOf(".terraform.lock.hcl");

    public void Dispose() => _root.Dispose();

    [ToolFact("terraform")]
    public async Task The_digest_of_the_archive_alone_is_enough()
    {
        var locked = Lock(_digest);

        var (code, output, error) = await InitAsync();

        code.ShouldBe(0, error);
        output.ShouldContain("Installed example/tiny v1.0.0");
        (await File.ReadAllTextAsync(LockFile)).ShouldBe(locked);
    }

    [ToolFact("terraform")]
    public async Task Another_digest_is_an_error()
    {
        Lock(new string('0', 64));

        var (code, _, error) = await InitAsync();

        code.ShouldBe(1);
        error.ShouldContain("doesn't match any of the checksums");
    }

    [ToolFact("terraform")]
    public async Task A_provider_that_is_not_locked_is_an_error()
    {
        var (code, _, error) = await InitAsync();

        code.ShouldBe(1);
        error.ShouldContain("the lock file is read-only");
        File.Exists(LockFile).ShouldBeFalse();
    }

    private string PathOf(string path) => Path.Combine(_root, path);

    private string Lock(string digest)
    {
        var text = $$"""
            provider "registry.terraform.io/example/tiny" {
              version     = "1.0.0"
              constraints = "1.0.0"
              hashes = [
                "zh:{{digest}}",
              ]
            }

            """;
        File.WriteAllText(LockFile, text);
        return text;
    }

    // A message is broken into lines wherever it is long.
    private async Task<(int Code, string Output, string Error)> InitAsync()
    {
        var (code, output, error) = await CommandLine.RunAsync(
            "terraform",
            [$"-chdir={_root.FullName}", "init", "-input=false", "-no-color", "-lockfile=readonly"],
            new Dictionary<string, string> { ["TF_CLI_CONFIG_FILE"] = PathOf("terraformrc"), ["CHECKPOINT_DISABLE"] = "1" });
        return (code, output, string.Join(' ', error.Split([' ', '\n', '│', '╷', '╵'], StringSplitOptions.RemoveEmptyEntries)));
    }
}
