namespace Amazon.CloudFront.Model;

/// <summary>Paths to remove.</summary>
public sealed class InvalidationBatch
{
    public Paths? Paths { get; set; }

    /// <summary>Equal references with equal paths name one invalidation.</summary>
    public string? CallerReference { get; set; }
}
