using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>What whoever clones the repository gets.</summary>
public sealed partial class TrackedFilesTests
{
    // Keys of AWS's own documentation, and those that the tests of the local cloud give it. Nobody can sign in with them.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
    private static readonly string[] Examples = ["AKIAIOSFODNN7EXAMPLE", "AKIALOCALCLOUD234567"];

    // In bytes. What is larger is a picture or a package.
    private const int LargestText = 4 * 1024 * 1024;

    [Fact]
    public async Task No_symbolic_link_leads_out_of_the_repository()
    {
        foreach (var (mode, path) in await TrackedAsync())
        {
            mode.ShouldBeOneOf("100644", "100755", "120000");
            if (mode == "120000")
            {
                Leaves(path, await CommandLine.SucceedAsync("git", ["-C", SourceTree.Root, "cat-file", "blob", $":{path}"]))
                    .ShouldBeFalse($"{path} is a symbolic link that leads out of the repository.");
            }
        }
    }

    [Theory]
    [InlineData("docs/a.md", "../README.md", false)]
    [InlineData("docs/a.md", "b.md", false)]
    [InlineData("docs/a.md", "../../etc/passwd", true)]
    [InlineData("a.md", "..", true)]
    [InlineData("a.md", "/etc/passwd", true)]
    [InlineData("a/b/c", "../../../x", true)]
    [InlineData("a/b/c", "../../x", false)]
    public void What_leads_out_is_known_by_its_target(string path, string target, bool leaves) => Leaves(path, target).ShouldBe(leaves);

    [Fact]
    public async Task No_file_holds_a_key()
    {
        var found = new List<string>();
        foreach (var (_, path) in (await TrackedAsync()).Where(x => x.Mode != "120000"))
        {
            var file = new FileInfo(Path.Combine(SourceTree.Root, path));
            if (file.Exists && file.Length <= LargestText)
            {
                found.AddRange(Keys(await File.ReadAllTextAsync(file.FullName)).Select(x => $"{path}: {x}"));
            }
        }

        found.ShouldBeEmpty();
    }

    // In pieces, so that this file holds none.
    [Theory]
    [InlineData("key = AKIA" + "ABCDEFGHIJ234567", true)]
    [InlineData("ASIA" + "ABCDEFGHIJ234567", true)]
    [InlineData("AKIAIOSFODNN7EXAMPLE", false)]
    [InlineData("-----BEGIN RSA PRIVATE " + "KEY-----\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF0jJ7sGkBqYv8n1Qb2h8w3Kk1Jxg\n", true)]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\\n", true)]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIB…\n-----END PRIVATE KEY-----", false)]
    [InlineData("ghp" + "_0123456789abcdefghijklmnopqrstuvwxyz", true)]
    [InlineData("github" + "_pat_0123456789abcdefghijkl_0123456789", true)]
    [InlineData("ghp_token", false)]
    public void A_key_is_known_by_its_looks_and_a_header_alone_is_none(string text, bool isKey) => Keys(text).Any().ShouldBe(isKey);

    private static bool Leaves(string path, string target)
    {
        const string Root = "/repository";
        return !Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(path)!, target)).StartsWith($"{Root}/", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(string text)
        => Key().Matches(text).Select(x => x.Value).Where(x => !Examples.Contains(x)).Select(x => x[..Math.Min(x.Length, 24)]);

    private static async Task<IReadOnlyList<(string Mode, string Path)>> TrackedAsync()
    {
        // 100644 1f3b… 0\tREADME.md
        var list = await CommandLine.SucceedAsync("git", ["-C", SourceTree.Root, "ls-files", "-s", "-z"]);
        return [.. list.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(x => (x[..6], x[(x.IndexOf('\t', StringComparison.Ordinal) + 1)..]))];
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html, RFC 7468,
    // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b"
        + @"|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\n|\s)*[A-Za-z0-9+/]{48,}"
        + @"|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22,}")]
    private static partial Regex Key();
}
