namespace Fairlead.Services;

/// <summary>What the service is to run, and how it is told which release that is.</summary>
public sealed record ServiceRelease
{
    /// <summary>The image by digest: <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:…</c>. A tag is refused: it may move.</summary>
    public required string ImageDigestUri { get; init; }

    /// <summary>The release id; the container finds it in <c>RELEASE_ID</c>.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>The commit; the container finds it in <c>RELEASE_COMMIT</c>.</summary>
    public required string Commit { get; init; }

    /// <summary>Architecture that the image is built for, as its configuration names it: <c>amd64</c>, <c>arm64</c>. Null when it is not known; then it is not
    /// compared with the one that the service runs on.</summary>
    public string? Architecture { get; init; }

    /// <summary>Further variables to set on the container. No secrets: a task definition can be read by many.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
