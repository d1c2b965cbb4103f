namespace Amazon.CloudFront.Model;

/// <summary>Settings of a distribution.</summary>
public sealed class DistributionConfig
{
    public Aliases? Aliases { get; set; }

    public string? DefaultRootObject { get; set; }

    public Origins? Origins { get; set; }

    public string? Comment { get; set; }

    public bool? Enabled { get; set; }
}
