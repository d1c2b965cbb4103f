using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What ECS refuses of RunTask, CreateService and UpdateService alike (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html,
/// …/API_CreateService.html, …/API_AwsVpcConfiguration.html).</summary>
internal static partial class LaunchRules
{
    private const int MaximumSubnets = 16;
    private const int MaximumSecurityGroups = 5;

    private static readonly string[] LaunchTypes = ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"];

    public static IReadOnlyList<Rule<Launch>> All { get; } =
    [
        Rule("launch type", x => x.LaunchType is null || LaunchTypes.Contains(x.LaunchType)
            ? null
            : $"Invalid launch type '{x.LaunchType}': it must be one of {string.Join(", ", LaunchTypes)}."),
        Rule("launch type/capacity providers", x => x.LaunchType is not null && x.Request.Structures("capacityProviderStrategy").Any()
            ? "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
            : null),
        Rule("launch type/fargate", x => x.IsOnFargate && !FargateRules.AreKept(new Registration(x.Definition))
            ? "Task definition does not support launch_type FARGATE."
            : null),
        Rule("platform version/launch type", x => x.LaunchType == "EC2" && x.Request.Text("platformVersion") is { Length: > 0 }
            ? "The platform version must be null when specifying an EC2 launch type."
            : null),
        new("platform version", x => x.Request.Text("platformVersion") is { Length: > 0 } version && !PlatformVersion().IsMatch(version)
            ? $"The specified platform version does not exist: {version}."
            : null, "PlatformUnknownException"),
        Rule("network/missing", x => x.NeedsNetwork && x.Network is null
            ? "Network Configuration must be provided when networkMode 'awsvpc' is specified."
            : null),
        Rule("network/not wanted", x => !x.NeedsNetwork && x.Network is not null
            ? "Network Configuration is not valid for the given networkMode of this task definition."
            : null),
        Rule("network/subnets", x => x.Network is { } network && network.Texts("subnets").Count is 0 ? "subnets can not be empty." : null),
        Rule("network/subnets count", x => x.Network is { } network && network.Texts("subnets").Count > MaximumSubnets
            ? $"At most {MaximumSubnets} subnets can be specified."
            : null),
        Rule("network/security groups", x => x.Network is { } network && network.Texts("securityGroups").Count > MaximumSecurityGroups
            ? $"At most {MaximumSecurityGroups} security groups can be specified."
            : null),
        Rule("network/public address", x => x.Network?.Text("assignPublicIp") is not (null or "ENABLED" or "DISABLED")
            ? "Invalid assignPublicIp: it must be ENABLED or DISABLED."
            : null),
        Rule("network/public address of EC2", x => x.LaunchType == "EC2" && x.Network?.Text("assignPublicIp") == "ENABLED"
            ? "Assign public IP is not supported for this launch type."
            : null),
        Rule("placement/constraints", x => x.IsOnFargate && x.Request.Structures("placementConstraints").Any()
            ? "Placement constraints are not supported with FARGATE launch type."
            : null),
        Rule("placement/strategy", x => x.IsOnFargate && x.Request.Structures("placementStrategy").Any()
            ? "Placement strategies are not supported with FARGATE launch type."
            : null),
    ];

    public static Rule<Launch> Rule(string name, Func<Launch, string?> complaint) => new(name, complaint, "InvalidParameterException");

    public static IEnumerable<Rule<Launch>> Tags => TagRules.For("InvalidParameterException")
        .Select(x => new Rule<Launch>(x.Name, r => x.Complaint(r.Request), x.ErrorCode));

    [GeneratedRegex(@"^(LATEST|1\.[0-4]\.0)$")]
    private static partial Regex PlatformVersion();
}
