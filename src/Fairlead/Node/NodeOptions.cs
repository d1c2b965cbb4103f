using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Node;

/// <summary>Which Node.js a web build wants, and where one may be put.</summary>
public sealed record NodeOptions
{
    /// <summary>Directory of the package.json whose <c>engines.node</c> must be satisfied.</summary>
    public required string PackageDirectory { get; init; }

    /// <summary>Where a downloaded Node.js is kept.</summary>
    public required string InstallDirectory { get; init; }

    /// <summary>The release that is downloaded when none on PATH satisfies the package.</summary>
    public NodeVersion PinnedVersion { get; init; } = NodeRelease.Pinned.Version;

    /// <summary>SHA-256 of the archives of <see cref="PinnedVersion"/>, in lower-case hexadecimals, by name: node-v22.20.0-linux-x64.tar.gz. What is not among
    /// them is not downloaded. They are in the SHASUMS256.txt of the release, whose signature <c>SHASUMS256.txt.asc</c> proves
    /// (https://github.com/nodejs/node#verifying-binaries).</summary>
    public IReadOnlyDictionary<string, string> PinnedDigests { get; init; } = NodeRelease.Pinned.Digests;

    /// <summary>The variable that names another mirror.</summary>
    internal const string MirrorVariable = "NODEJS_ORG_MIRROR";

    /// <summary>Where releases come from; <c>NODEJS_ORG_MIRROR</c> overrides it, as in nvm. It is not trusted, and has to speak https unless it is on this
    /// machine: a download from any other is refused.</summary>
    public Uri Mirror { get; init; } = MirrorOf(Environment.GetEnvironmentVariable(MirrorVariable));

    /// <summary>The directories that are searched for <c>node</c>, in order; PATH by default.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
        Path.PathSeparator,
        StringSplitOptions.RemoveEmptyEntries);

    // What is no URL is told when something is to be downloaded from it, which most builds never do.
    internal static Uri MirrorOf(string? text)
        => string.IsNullOrWhiteSpace(text) ? new Uri("https://nodejs.org/dist/")
            : Uri.TryCreate($"{text.Trim().TrimEnd('/')}/", UriKind.Absolute, out var mirror) ? mirror
            : Uri.TryCreate($"{text.Trim().TrimEnd('/')}/", UriKind.Relative, out var relative) ? relative
            : new Uri(Uri.EscapeDataString(text.Trim()), UriKind.Relative);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
