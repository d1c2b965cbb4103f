namespace Fairlead.LocalCloud.Ecr;

/// <summary>A manifest refers to content that its repository does not have.</summary>
internal sealed class MissingContentException(string digest, bool isManifest) : Exception($"{digest} is referred to and not in the repository.")
{
    public string Digest { get; } = digest;

    public bool IsManifest { get; } = isManifest;
}
