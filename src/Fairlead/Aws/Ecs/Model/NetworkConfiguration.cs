namespace Amazon.ECS.Model;

/// <summary>Network of tasks.</summary>
public sealed class NetworkConfiguration
{
    public AwsVpcConfiguration? AwsvpcConfiguration { get; set; }
}
