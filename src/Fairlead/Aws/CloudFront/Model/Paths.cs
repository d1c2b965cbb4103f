namespace Amazon.CloudFront.Model;

/// <summary>Paths, each with its leading slash; a star stands for the rest.</summary>
public sealed class Paths
{
    /// <summary>Must be the number of items.</summary>
    public int? Quantity { get; set; }

    public List<string>? Items { get; set; }
}
