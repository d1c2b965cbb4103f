namespace Fairlead.Infrastructure;

/// <summary>The bucket that Terraform's state is kept in. It is older than the stacks, so none of them makes it.</summary>
public sealed record StateBucketOptions
{
    /// <summary>Globally unique name.</summary>
    public required string Name { get; init; }

    public required string Region { get; init; }

    /// <summary>Makes the bucket when it does not exist, and finishes one that was made half.</summary>
    public bool Create { get; init; }
}
