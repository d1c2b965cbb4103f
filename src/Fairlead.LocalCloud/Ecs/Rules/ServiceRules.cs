using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What ECS refuses of a service, new or changed (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html,
/// …/API_DeploymentConfiguration.html, …/API_LoadBalancer.html). Whether a target group exists, <see cref="EcsServices"/> knows.</summary>
internal static class ServiceRules
{
    private const int MaximumTargetGroups = 5;

    // "Tasks per service" of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html.
    private const int MaximumTasks = 5000;

    private static readonly string[] Controllers = ["ECS", "CODE_DEPLOY", "EXTERNAL"];

    public static IReadOnlyList<Rule<Launch>> All { get; } =
    [
        .. LaunchRules.All,
        LaunchRules.Rule("service/scheduling strategy", x => Strategy(x) is "REPLICA" or "DAEMON"
            ? null
            : $"Invalid scheduling strategy '{Strategy(x)}': it must be REPLICA or DAEMON."),
        LaunchRules.Rule("service/desired count", x => x.Request.Number("desiredCount") is < 0 ? "desiredCount cannot be negative." : null),
        LaunchRules.Rule("service/desired count limit", x => x.Request.Number("desiredCount") is > MaximumTasks ? "Desired count exceeds limit." : null),
        LaunchRules.Rule("service/daemon count", x => Strategy(x) == "DAEMON" && x.Request.Number("desiredCount") is not null
            ? "The daemon scheduling strategy does not support a desired count for services. Remove the desiredCount value and try again."
            : null),
        LaunchRules.Rule("service/daemon on fargate", x => Strategy(x) == "DAEMON" && x.IsOnFargate
            ? "The daemon scheduling strategy is not supported for services of the FARGATE launch type."
            : null),
        LaunchRules.Rule("service/controller", x => Controller(x) is { } type && !Controllers.Contains(type)
            ? $"Invalid deployment controller type '{type}': it must be one of {string.Join(", ", Controllers)}."
            : null),
        LaunchRules.Rule("service/minimum percent", x => Percent(x, "minimumHealthyPercent") is < 0 or > 100
            ? "minimumHealthyPercent must be between 0 and 100."
            : null),
        LaunchRules.Rule("service/maximum percent", x => Percent(x, "maximumPercent") is < 100 ? "maximumPercent must be at least 100." : null),
        LaunchRules.Rule("service/percents", x => (Percent(x, "minimumHealthyPercent") ?? 100) >= (Percent(x, "maximumPercent") ?? 200)
            ? "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments; maximumPercent must be the greater one."
            : null),
        LaunchRules.Rule("service/circuit breaker", x => Deployment(x)?.Structure("deploymentCircuitBreaker") is { } breaker
            && (breaker.Flag("enable") is null || breaker.Flag("rollback") is null)
            ? "The deploymentCircuitBreaker needs both enable and rollback."
            : null),
        LaunchRules.Rule("service/circuit breaker controller", x => Controller(x) is "CODE_DEPLOY" or "EXTERNAL"
            && Deployment(x)?.Structure("deploymentCircuitBreaker")?.Flag("enable") == true
            ? "The deployment circuit breaker can only be used for services of the deployment controller ECS."
            : null),
        LaunchRules.Rule("service/load balancers count", x => x.Request.Structures("loadBalancers").Count() > MaximumTargetGroups
            ? $"A service can have at most {MaximumTargetGroups} target groups."
            : null),
        LaunchRules.Rule("service/load balancer container", x => x.Request.Structures("loadBalancers")
            .FirstOrDefault(b => x.Container(b.Text("containerName")) is null) is { } unknown
            ? $"The container {unknown.Text("containerName")} does not exist in the task definition."
            : null),
        LaunchRules.Rule("service/load balancer port", x => x.Request.Structures("loadBalancers").FirstOrDefault(b => !HasPort(x, b)) is { } unmapped
            ? $"The container {unmapped.Text("containerName")} did not have a container port {unmapped.Number("containerPort") ?? 0} defined."
            : null),
        LaunchRules.Rule("service/load balancer duplicate", x => x.Request.Structures("loadBalancers")
            .GroupBy(b => (b.Text("targetGroupArn"), b.Text("containerName"), b.Number("containerPort")))
            .Any(b => b.Count() > 1)
            ? "The same target group is there twice for the same container and port."
            : null),
        LaunchRules.Rule("service/grace period", x => x.Request.Number("healthCheckGracePeriodSeconds") is < 0
            ? "healthCheckGracePeriodSeconds must be between 0 and 2147483647."
            : null),
        LaunchRules.Rule("service/propagate tags", x => x.Request.Text("propagateTags") is not (null or "TASK_DEFINITION" or "SERVICE" or "NONE")
            ? "Invalid propagateTags: it must be TASK_DEFINITION, SERVICE or NONE."
            : null),
        LaunchRules.Rule("service/exec role", x => x.Request.Flag("enableExecuteCommand") == true && x.Definition.Text("taskRoleArn") is not { Length: > 0 }
            ? "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again."
            : null),
        .. LaunchRules.Tags,
    ];

    /// <summary>Rules of a new service alone.</summary>
    public static IReadOnlyList<Rule<JsonObject>> Creation { get; } =
    [
        new("service/name", x => TaskDefinitionRules.Name().IsMatch(x.Text("serviceName") ?? "")
            ? null
            : "Invalid service name: 1 to 255 letters, digits, hyphens and underscores are allowed.", "InvalidParameterException"),
    ];

    private static string Strategy(Launch launch) => launch.Request.Text("schedulingStrategy") ?? "REPLICA";

    private static string? Controller(Launch launch) => launch.Request.Structure("deploymentController")?.Text("type");

    private static JsonObject? Deployment(Launch launch) => launch.Request.Structure("deploymentConfiguration");

    private static int? Percent(Launch launch, string member) => Deployment(launch)?.Number(member);

    private static bool HasPort(Launch launch, JsonObject balancer) => launch.Container(balancer.Text("containerName"))!
        .Structures("portMappings")
        .Any(x => x.Number("containerPort") == (balancer.Number("containerPort") ?? 0));
}
