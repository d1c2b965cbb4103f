using System.Text.RegularExpressions;

namespace Fairlead.Components.Tests.Architecture;

/// <summary>Finds what is downloaded without being settled by version and digest, or by the key of a signed repository.</summary>
internal static partial class Downloads
{
    // Whoever asks for health, for the machine's own metadata or for a head downloads nothing.
    private const string NoDownload = @"(?!.*(-o|--output) /dev/null)(?!.*(--head|-X PUT))(?!.*(127\.0\.0\.1|localhost|169\.254\.169\.254))";

    private const string Pin = "(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|key:[0-9A-F]{40})";

    // A package of npm, with and without a version that says all.
    private const string Exact = @"\s(@[\w.-]+/)?[\w.-]+@\d+\.\d+\.\d+";
    private const string Loose = @"\s(?!-)(@[\w.-]+/)?[\w.-]+(@(\d+(\.\d+)?|[a-z]+))?(?=\s|$)";

    public static IReadOnlyList<DownloadRule> Rules { get; } =
    [
        new("a download by a command that compares nothing", new($@"(?<![\w./""'-])(curl|wget)\s+(-(?!-help)|\S*(https?:|""?\$)){NoDownload}")),
        new("a package that is downloaded and compared with nothing", new(@"\b(dnf|yum|rpm|apt|apt-get|dpkg|apk|zypper)\s[^|;&#]*\shttps?:")),
        new("a download by a command that compares nothing", new(@"\b(Invoke-(WebRequest|RestMethod)|Start-BitsTransfer|Download(File|String)|iwr)\b")),
        new("an installer that downloads what it likes", new(@"dotnet-install\.|get\.docker\.com|bootstrap\.pypa\.io|sh\.rustup\.rs|nvm-sh/nvm")),
        new(
            "a program that goes from the network into a shell",
            new(@"\|\s*(sudo\s+(-\S+\s+)*)?(ba|da|z)?sh\b|\bbash\s+<\(|\beval\s+""?\$\((curl|wget)")),
        new(
            "a download without a pin",
            new(@"\bfetch-pinned\s+\S*https?:"),
            new(@$"\s{Pin}|\s""\$pin""|\s""sha512:\$DOTNET_SDK_SHA512""")),
        new("a pin that is none", new(@"^\s*pin="), new($"^\\s*pin={Pin}$")),
        new(
            "a repository whose key comes from whoever answers",
            new(@"gpgkey=http|--add-repo|rpm\s+--import\s+http|apt-key\b|add-apt-repository|--recv-keys")),
        new(
            "a repository without signatures",
            new(@"gpgcheck=0|--nogpgcheck|trusted=yes|--allow-unauthenticated|AllowInsecureRepositories|sslverify=0")),
        new(
            "a server that nobody knows",
            new(@"\s--insecure\b|\bcurl\s+-[a-zA-Z]*k|--no-check-certificate|--trusted-host|strict-ssl=false|-SkipCertificateCheck")),
        new("an action by a name that moves", new(@"^\s*(-\s+)?uses:"), new(@"^\s*(-\s+)?uses:\s*(\./\S*|\S+@[0-9a-f]{40})(\s|$)")),
        new(
            "an image by a name that moves",
            new(@"^\s*FROM\s+(--platform=\S+\s+)?(?!scratch\b)(?=\S*[:./])|^\s*image:\s|\bdocker\s+(run|pull)\s"),
            new("@sha256:[0-9a-f]{64}")),
        new("a download into an image without a digest", new(@"^\s*ADD\s+(--\S+\s+)*(https?:|git@)"), new("--checksum=sha256:[0-9a-f]{64}")),
        new("packages without digests", new(@"\bpip3?\s+(install|download)\b"), new("--require-hashes")),
        new("a package whose version is not settled", new(@"\bnpm\s+(install|i|add)\s+[^|;&#]*?(-g|--global)\b[^|;&#]*" + Loose)),
        new("a package whose version is not settled", new(@"(?<![\w./-])(npx|pnpm\s+dlx|yarn\s+dlx|bunx)(?=\s)"), new($@"^\S+(\s+dlx)?(\s+-\S+)*{Exact}")),
        new("a tool whose version is not settled", new(@"\bdotnet\s+tool\s+(install|update)\b"), new(@"--version\s+\d+\.\d+\.\d+")),
        new("a tool whose version is not settled", new(@"\b(go|cargo)\s+install\s+(?!\./)"), new(@"@v\d+\.\d+\.\d+|--locked.*--version\s+\d")),
        new("a package whose version is not settled", new(@"\b(gem|snap|brew|choco|winget)\s+install\b")),
        new("a module by a name that moves", new(@"^\s*source\s*=\s*""(git::|https?:|github\.com|s3::)"), new(@"\?ref=[0-9a-f]{40}")),
    ];

    /// <summary>The lines of the text that take what is not settled, each with what it is. A line that goes on in the next one
    /// is one line, and a comment is none.</summary>
    public static IEnumerable<(string Line, string What)> Unpinned(string text)
        => from line in Lines(text)
           from rule in Rules
           where rule.Breaks(line)
           select (line, rule.Name);

    /// <summary>The downloads by curl, which no rule lets pass: each needs a reason, and https.</summary>
    public static IEnumerable<string> ByCurl(string text) => Lines(text).Where(x => x.Contains("curl") && Rules[0].Breaks(x));

    /// <summary>The files that run, or that say what runs, by path relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Scripts()
        => Below(SourceTree.Root)
            .Select(x => (Path: Path.GetRelativePath(SourceTree.Root, x).Replace('\\', '/'), Text: File.ReadAllText(x)))
            .Where(x => ScriptPattern().IsMatch(x.Path) || x.Text.StartsWith("#!", StringComparison.Ordinal));

    private static IEnumerable<string> Lines(string text)
        => ContinuationPattern().Replace(text.ReplaceLineEndings("\n"), " ").Split('\n')
            .Select(x => CommentPattern().Replace(x, ""))
            .Where(x => x.Trim().Length > 0);

    // What tools put there, and what git keeps, is not ours. A script is small.
    private static IEnumerable<string> Below(string directory)
        => Directory.EnumerateFiles(directory).Where(x => new FileInfo(x) is { Length: < 200_000, LinkTarget: null })
            .Concat(Directory.EnumerateDirectories(directory)
                .Where(x => Path.GetFileName(x) is not ("bin" or "obj" or "node_modules" or ".git" or ".nuke" or "artifacts" or ".terraform" or "dist")
                    && new DirectoryInfo(x).LinkTarget is null)
                .SelectMany(Below));

    [GeneratedRegex(@"(\.(sh|bash|py|ps1|cmd|bat|ya?ml|tf|tftpl|hcl|service|timer|conf|groovy)|(^|/)(Dockerfile[^/]*|Jenkinsfile|Makefile|package\.json))$")]
    private static partial Regex ScriptPattern();

    [GeneratedRegex(@"[\\`]\n\s*")]
    private static partial Regex ContinuationPattern();

    [GeneratedRegex(@"^\s*(#(?!!)|//).*$|\s#\s.*$")]
    private static partial Regex CommentPattern();
}
