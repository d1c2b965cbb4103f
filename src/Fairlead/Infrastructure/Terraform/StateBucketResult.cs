namespace Fairlead.Infrastructure.Terraform;

/// <param name="Created">Whether it was not there before.</param>
/// <param name="Changes">What was set, in words: <c>versioning</c>; empty when everything was as it should be.</param>
public sealed record StateBucketResult(bool Created, IReadOnlyList<string> Changes)
{
    /// <summary>True when nothing was written.</summary>
    public bool IsUnchanged => !Created && Changes.Count == 0;
}
