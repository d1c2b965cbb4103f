namespace Amazon.ECS.Model;

/// <summary>Subnets and security groups of tasks.</summary>
public sealed class AwsVpcConfiguration
{
    public List<string>? Subnets { get; set; }

    public List<string>? SecurityGroups { get; set; }

    public AssignPublicIp? AssignPublicIp { get; set; }
}
