namespace Fairlead.Services;

/// <summary>The variables by which a service knows its release.</summary>
internal static class ReleaseVariables
{
    public const string ReleaseId = "RELEASE_ID";
    public const string Commit = "RELEASE_COMMIT";

    /// <summary>Whether the image is named by what it is. What a tag stands for may change during the rollout.</summary>
    /// <exception cref="FairleadException">It is named by tag.</exception>
    public static void RequireDigest(ServiceRelease release)
    {
        if (!release.ImageDigestUri.Contains("@sha256:", StringComparison.Ordinal))
        {
            throw new FairleadException(
                $"The image '{release.ImageDigestUri}' cannot be deployed.",
                "It is not named by digest, and a tag can be moved during the rollout.",
                "Pass the digest that the push returned: repository@sha256:….");
        }
    }
}
