namespace Amazon.CloudFront.Model;

/// <summary>Further host names.</summary>
public sealed class Aliases
{
    public int? Quantity { get; set; }

    public List<string>? Items { get; set; }
}
