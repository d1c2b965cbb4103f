namespace Fairlead.Infrastructure.Plans.Costs;

/// <summary>How much is used in a month, for what is billed by use. Small on purpose; set what you know.</summary>
public sealed record CostAssumptions
{
    /// <summary>Hours of a month, as AWS's own calculator takes it
    /// (https://docs.aws.amazon.com/pricing-calculator/latest/userguide/what-is-pricing-calculator.html).</summary>
    public const decimal HoursPerMonth = 730;

    /// <summary>Load balancer capacity units on average, per load balancer.</summary>
    public decimal LoadBalancerUnits { get; init; } = 1;

    /// <summary>GB through each NAT gateway and interface endpoint.</summary>
    public decimal ProcessedGigabytes { get; init; } = 20;

    /// <summary>GB written to each log group, and to each flow log.</summary>
    public decimal LogGigabytes { get; init; } = 1;

    /// <summary>GB in each bucket.</summary>
    public decimal BucketGigabytes { get; init; } = 10;

    /// <summary>GB of images in each repository.</summary>
    public decimal ImageGigabytes { get; init; } = 5;

    /// <summary>GB in each cluster or table whose storage grows by itself.</summary>
    public decimal DatabaseGigabytes { get; init; } = 10;

    /// <summary>Millions of requests to each distribution, web ACL, queue, topic, table, zone and cluster volume.</summary>
    public decimal MillionRequests { get; init; } = 1;

    /// <summary>GB out of each distribution.</summary>
    public decimal DistributionGigabytes { get; init; } = 50;

    /// <summary>Part of the hours, from 0 to 1, in which an App Runner instance serves requests.</summary>
    public decimal ActiveShare { get; init; } = 0.25m;
}
