namespace Amazon.CloudFront.Model;

/// <summary>An invalidation.</summary>
public sealed class Invalidation
{
    public string? Id { get; set; }

    /// <summary><c>InProgress</c> or <c>Completed</c>.</summary>
    public string? Status { get; set; }

    public DateTime? CreateTime { get; set; }

    public InvalidationBatch? InvalidationBatch { get; set; }
}
