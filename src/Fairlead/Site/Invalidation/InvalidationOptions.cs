namespace Fairlead.Site.Invalidation;

public sealed record InvalidationOptions
{
    public required string DistributionId { get; init; }

    /// <summary>How long to wait in all: until CloudFront takes the invalidation, and for <c>Completed</c>. It takes seconds to a few minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);
}
