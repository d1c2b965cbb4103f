namespace Amazon.CloudFront.Model;

/// <summary>Where a distribution takes content from.</summary>
public sealed class Origin
{
    public string? Id { get; set; }

    public string? DomainName { get; set; }

    public string? OriginPath { get; set; }
}
