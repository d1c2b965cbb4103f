namespace Fairlead.Site.Invalidation;

public sealed record InvalidationOptions
{
    public required string DistributionId { get; init; }

    /// <summary>How long to wait for <c>Completed</c>. CloudFront takes seconds to a few minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);
}
