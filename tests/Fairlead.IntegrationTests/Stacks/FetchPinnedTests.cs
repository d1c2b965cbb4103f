using System.Security.Cryptography;
using System.Text;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>fetch-pinned, as it stands on instances. It is real, and so is gpg; what curl gets is a file of the test's.</summary>
[Trait("Category", "Integration")]
public sealed class FetchPinnedTests : IDisposable
{
    private const string Tool = "the tool\n";
    private readonly TemporaryDirectory _root = new("fairlead pinned-");

    public FetchPinnedTests()
    {
        // It gets what was put there for it, if it is told to use https alone.
        Directory.CreateDirectory(PathOf("bin"));
        File.WriteAllText(PathOf("bin/curl"), """
            #!/usr/bin/env bash
            set -euo pipefail
            [[ " $* " == *" --proto =https --tlsv1.2 "* ]]
            while [ "$1" != -o ]; do shift; done
            cp "$SANDBOX/sent" "$2"
            """);
        File.SetUnixFileMode(PathOf("bin/curl"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(PathOf("sent"), Tool);
    }

    private string Kept => PathOf("kept");

    public void Dispose() => _root.Dispose();

    [ToolTheory("bash")]
    [InlineData("sha256")]
    [InlineData("sha512")]
    public async Task What_has_the_digest_is_kept(string algorithm)
    {
        var tool = Encoding.UTF8.GetBytes(Tool);
        var digest = Convert.ToHexStringLower(algorithm == "sha256" ? SHA256.HashData(tool) : SHA512.HashData(tool));

        var (code, _, error) = await RunAsync($"{algorithm}:{digest}");

        (code, error).ShouldBe((0, ""));
        File.ReadAllText(Kept).ShouldBe(Tool);
    }

    [ToolFact("bash")]
    public async Task What_has_another_digest_is_an_error_and_leaves_what_was_there()
    {
        File.WriteAllText(Kept, "the one before");

        var (code, _, error) = await RunAsync($"sha256:{new string('0', 64)}");

        code.ShouldBe(1);
        error.ShouldContain("what https://example.com/tool sends is not sha256:0000");
        File.ReadAllText(Kept).ShouldBe("the one before");
    }

    [ToolTheory("bash")]
    [InlineData("md5:abc")]
    [InlineData("")]
    [InlineData("sha256")]
    public async Task What_is_no_pin_is_an_error(string pin)
    {
        (await RunAsync(pin)).Code.ShouldNotBe(0);

        File.Exists(Kept).ShouldBeFalse();
    }

    [ToolFact("bash", "gpg")]
    public async Task Of_several_keys_only_the_wanted_one_is_kept()
    {
        var wanted = await MakeKeyAsync("wanted");
        await MakeKeyAsync("other");
        await GpgAsync("--armor", "--output", PathOf("sent"), "--yes", "--export");

        var (code, _, error) = await RunAsync($"key:{wanted}");

        code.ShouldBe(0, error);
        (await PrimariesOfAsync(Kept)).ShouldBe([wanted]);
    }

    [ToolFact("bash", "gpg")]
    public async Task Another_key_is_an_error()
    {
        await MakeKeyAsync("other");
        await GpgAsync("--armor", "--output", PathOf("sent"), "--yes", "--export");

        (await RunAsync($"key:{new string('A', 40)}")).Code.ShouldBe(1);

        File.Exists(Kept).ShouldBeFalse();
    }

    [ToolFact("bash", "gpg")]
    public async Task A_key_with_the_wanted_one_below_it_is_an_error()
    {
        var other = await MakeKeyAsync("other");
        await GpgAsync("--passphrase", "", "--quick-add-key", other, "cv25519", "encr", "never");
        await GpgAsync("--armor", "--output", PathOf("sent"), "--yes", "--export");
        var below = (await FingerprintsAsync("sub"))[0];

        (await RunAsync($"key:{below}")).Code.ShouldBe(1);

        File.Exists(Kept).ShouldBeFalse();
    }

    [ToolFact("bash", "gpg")]
    public async Task What_holds_no_key_is_an_error()
    {
        (await RunAsync($"key:{new string('A', 40)}")).Code.ShouldNotBe(0);

        File.Exists(Kept).ShouldBeFalse();
    }

    private string PathOf(string path) => Path.Combine(_root, path);

    private Task<(int Code, string Output, string Error)> RunAsync(string pin) => CommandLine.RunAsync(
        "bash",
        [Repository.PathOf("infra", "modules", "pinned-download", "files", "fetch-pinned.sh"), "https://example.com/tool", pin, Kept],
        new Dictionary<string, string>
        {
            ["PATH"] = $"{PathOf("bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["SANDBOX"] = _root,
        });

    private async Task<string> MakeKeyAsync(string name)
    {
        await GpgAsync("--passphrase", "", "--quick-generate-key", $"{name}@example.com", "ed25519", "sign", "never");
        return (await FingerprintsAsync("pub", name))[0];
    }

    private Task<string> GpgAsync(params string[] arguments)
    {
        Directory.CreateDirectory(PathOf("keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return CommandLine.SucceedAsync("gpg", ["--homedir", PathOf("keys"), "--batch", "--quiet", .. arguments]);
    }

    private async Task<string[]> FingerprintsAsync(string kind, params string[] of)
        => Fingerprints(kind, await GpgAsync(["--with-colons", "--list-keys", .. of]));

    private async Task<string[]> PrimariesOfAsync(string file) => Fingerprints("pub", await GpgAsync("--with-colons", "--show-keys", file));

    // pub:…\nfpr:::::::::0123…:\nuid:…: a fingerprint stands below what it is of.
    private static string[] Fingerprints(string kind, string listing)
    {
        var lines = listing.Split('\n');
        return [.. lines.Zip(lines.Skip(1)).Where(x => x.First.StartsWith($"{kind}:", StringComparison.Ordinal)).Select(x => x.Second.Split(':')[9])];
    }
}
