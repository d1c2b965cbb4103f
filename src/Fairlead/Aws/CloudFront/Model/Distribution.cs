namespace Amazon.CloudFront.Model;

/// <summary>A distribution.</summary>
public sealed class Distribution
{
    public string? Id { get; set; }

    public string? ARN { get; set; }

    /// <summary><c>Deployed</c> or <c>InProgress</c>.</summary>
    public string? Status { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public int? InProgressInvalidationBatches { get; set; }

    public string? DomainName { get; set; }

    public DistributionConfig? DistributionConfig { get; set; }
}
