namespace Amazon.CloudFront.Model;

/// <summary>An invalidation in a list.</summary>
public sealed class InvalidationSummary
{
    public string? Id { get; set; }

    public DateTime? CreateTime { get; set; }

    public string? Status { get; set; }
}
