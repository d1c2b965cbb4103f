namespace Amazon.AppRunner.Model;

/// <summary>A service.</summary>
public sealed class Service
{
    public string? ServiceName { get; set; }

    public string? ServiceId { get; set; }

    public string? ServiceArn { get; set; }

    public string? ServiceUrl { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public ServiceStatus? Status { get; set; }

    public SourceConfiguration? SourceConfiguration { get; set; }

    public AutoScalingConfigurationSummary? AutoScalingConfigurationSummary { get; set; }
}
