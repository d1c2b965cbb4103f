namespace Amazon.AppRunner.Model;

/// <summary>Which scaling a service has.</summary>
public sealed class AutoScalingConfigurationSummary
{
    public string? AutoScalingConfigurationArn { get; set; }

    public string? AutoScalingConfigurationName { get; set; }
}
