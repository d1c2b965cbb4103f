using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>What this repository downloads is settled in it, and not by whoever answers.</summary>
public sealed partial class PinnedDownloadTests
{
    private const string Aws = "registry.terraform.io/hashicorp/aws";

    // Archives of hashicorp/aws 5.100.0: fourteen platforms, linux and darwin on amd64 and arm64 among them, and the manifest. From the release's signed
    // terraform-provider-aws_5.100.0_SHA256SUMS, as terraform writes all of them into a lock file when it installs from the registry.
    private const int SignedArchives = 15;

    public static IEnumerable<object[]> Stacks
        => Directory.GetDirectories(Path.Combine(SourceTree.Root, "infra", "stacks")).Select(x => new object[] { Path.GetFileName(x) });

    [Theory]
    [MemberData(nameof(Stacks))]
    public void A_stack_has_a_lock_file_with_the_digests_of_every_platform(string stack)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, "infra", "stacks", stack, ".terraform.lock.hcl"));

        var provider = ProviderPattern().Matches(text).ShouldHaveSingleItem();
        (provider.Groups["name"].Value, provider.Groups["version"].Value).ShouldBe((Aws, "5.100.0"));
        var hashes = HashPattern().Matches(text).Select(x => x.Groups[1].Value).ToList();
        hashes.ShouldBeUnique();
        hashes.Count(x => x.StartsWith("zh:", StringComparison.Ordinal)).ShouldBe(SignedArchives);

        // Of the unpacked archives, which a mirror and the plugin cache are compared with: linux_amd64 and darwin_arm64.
        hashes.ShouldContain("h1:edXOJWE4ORX8Fm+dpVpICzMZJat4AX0VRCAy/xkcOc0=");
        hashes.ShouldContain("h1:Ijt7pOlB7Tr7maGQIqtsLFbl7pSMIj06TVdkoSBcYOw=");
    }

    [Fact]
    public void All_stacks_have_the_same_providers()
        => Stacks.Select(x => File.ReadAllText(Path.Combine(SourceTree.Root, "infra", "stacks", (string)x[0], ".terraform.lock.hcl"))).Distinct()
            .ShouldHaveSingleItem();

    [Fact]
    public void The_SDK_that_the_scripts_would_download_is_pinned_for_every_platform_that_they_know()
        => Pins.Keys.ShouldBe(
            new[] { "linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64" }
                .Select(x => $"dotnet-sdk-{SdkVersion}-{x}.tar.gz")
                .Concat(new[] { "win-arm64", "win-x64" }.Select(x => $"dotnet-sdk-{SdkVersion}-{x}.zip")));

    /// <summary>A mirror is looked at where it is used, by the one place that says which may be.</summary>
    [Fact]
    public void Whoever_downloads_from_a_mirror_asks_whether_it_may()
    {
        var users = new[] { "src", "build" }.SelectMany(SourceTree.Sources).Where(x => MirrorPattern().IsMatch(x.Text)).ToList();

        users.Select(x => Path.GetFileName(x.Path)).ShouldBe(["NodeDownload.cs", "TerraformDownload.cs"], ignoreOrder: true);
        users.ShouldAllBe(x => x.Text.Contains("DownloadSource.Checked("));
    }

    [Fact]
    public void No_variable_but_the_known_ones_says_where_programs_come_from()
        => new[] { "src", "build" }.SelectMany(SourceTree.Sources).SelectMany(x => VariablePattern().Matches(x.Text).Select(y => y.Value)).Distinct()
            .ShouldBe(["NODEJS_ORG_MIRROR"]);

    [Fact]
    public void The_Jenkins_server_installs_the_same_SDK()
    {
        var sdk = SdkVariablePattern().Match(File.ReadAllText(Path.Combine(SourceTree.Root, "infra", "modules", "jenkins", "variables.tf")));

        (sdk.Groups["version"].Value, sdk.Groups["digest"].Value).ShouldBe((SdkVersion, Pins[$"dotnet-sdk-{SdkVersion}-linux-x64.tar.gz"]));
    }

    private static string SdkVersion
    {
        get
        {
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "global.json")));
            return json.RootElement.GetProperty("sdk").GetProperty("version").GetString()!;
        }
    }

    /// <summary>Archive to digest, in the order of the file.</summary>
    private static OrderedDictionary<string, string> Pins
        => new(File.ReadAllLines(Path.Combine(SourceTree.Root, "build", "sdk.sha512"))
            .Where(x => !x.StartsWith('#'))
            .Select(x => PinPattern().Match(x))
            .Select(x => KeyValuePair.Create(x.Groups["archive"].Value, x.Groups["digest"].Value)));

    [GeneratedRegex("provider \"(?<name>[^\"]+)\" \\{\\s+version +=\\s+\"(?<version>[^\"]+)\"")]
    private static partial Regex ProviderPattern();

    [GeneratedRegex("\"((h1|zh):[^\"]+)\"")]
    private static partial Regex HashPattern();

    // Two blanks, as sha512sum writes and reads them.
    [GeneratedRegex("^(?<digest>[0-9a-f]{128})  (?<archive>\\S+)$")]
    private static partial Regex PinPattern();

    [GeneratedRegex("variable \"dotnet_sdk\" \\{.*?version += \"(?<version>[^\"]+)\"\\s+sha512 += \"(?<digest>[^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex SdkVariablePattern();

    [GeneratedRegex("ptions\\.[A-Za-z]*(Mirror|DownloadUrl|DownloadSource)\\b")]
    private static partial Regex MirrorPattern();

    [GeneratedRegex("\\b[A-Z_]*(MIRROR|INSTALL_SCRIPT|DOWNLOAD_URL|BASE_URL|DIST_URL)\\b")]
    private static partial Regex VariablePattern();
}
