namespace Amazon.CloudFront.Model;

/// <summary>A page of invalidations.</summary>
public sealed class InvalidationList
{
    public string? Marker { get; set; }

    public string? NextMarker { get; set; }

    public int? MaxItems { get; set; }

    public bool? IsTruncated { get; set; }

    public int? Quantity { get; set; }

    public List<InvalidationSummary>? Items { get; set; }
}
