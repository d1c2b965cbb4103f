namespace Amazon.CloudFront.Model;

/// <summary>Where a distribution takes content from.</summary>
public sealed class Origins
{
    public int? Quantity { get; set; }

    public List<Origin>? Items { get; set; }
}
