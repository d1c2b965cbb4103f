namespace Fairlead.Node;

/// <summary>Which Node.js a web build wants, and where one may be put.</summary>
public sealed record NodeOptions
{
    /// <summary>Directory of the package.json whose <c>engines.node</c> must be satisfied.</summary>
    public required string PackageDirectory { get; init; }

    /// <summary>Where a downloaded Node.js is kept.</summary>
    public required string InstallDirectory { get; init; }

    /// <summary>The release that is downloaded when none on PATH satisfies the package.</summary>
    public NodeVersion PinnedVersion { get; init; } = new(22, 20, 0);

    /// <summary>Where releases and their <c>SHASUMS256.txt</c> come from; <c>NODEJS_ORG_MIRROR</c> overrides it, as in nvm.</summary>
    public Uri Mirror { get; init; } = new(Environment.GetEnvironmentVariable("NODEJS_ORG_MIRROR") is { Length: > 0 } mirror
        ? mirror.TrimEnd('/') + "/"
        : "https://nodejs.org/dist/");

    /// <summary>The directories that are searched for <c>node</c>, in order; PATH by default.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
        Path.PathSeparator,
        StringSplitOptions.RemoveEmptyEntries);
}
