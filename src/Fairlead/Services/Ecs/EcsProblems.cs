using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.ECS;
using Amazon.ECS.Model;

namespace Fairlead.Services.Ecs;

/// <summary>Finds what stands against a rollout, before anything is changed. Pure: what was read is handed in.</summary>
internal static partial class EcsProblems
{
    /// <summary>Everything that was found, each a sentence with what to do; empty when nothing stands against it.</summary>
    /// <param name="plan">The rollout.</param>
    /// <param name="read">What was read for it.</param>
    public static IReadOnlyList<string> Find(EcsServicePlan plan, EcsSurroundings read)
    {
        var definition = plan.TaskDefinition.Registration;
        var container = definition.ContainerDefinitions!.First(x => x.Name == plan.Container);
        var isFargate = Texts(definition.Unmodelled, "requiresCompatibilities").Contains("FARGATE") || plan.Found.LaunchType == LaunchType.FARGATE;
        return
        [
            .. Cluster(read),
            .. Size(definition, isFargate),
            .. Architecture(plan.Release, definition, isFargate),
            .. Network(plan.Found),
            .. Roles(definition, container),
            .. definition.ContainerDefinitions!.SelectMany(Secrets),
            .. definition.ContainerDefinitions!.SelectMany(x => LogGroup(x, read)),
            .. plan.Found.LoadBalancers?.SelectMany(x => Port(x, definition)) ?? [],
            .. plan.Found.LoadBalancers?.SelectMany(x => Target(x, definition, read)) ?? [],
        ];
    }

    private static IEnumerable<string> Cluster(EcsSurroundings read)
    {
        if (read.ClusterStatus is { } status && status != "ACTIVE")
        {
            yield return $"The cluster {read.Cluster} is {status}: apply the infrastructure, or correct cluster_name in the stack's outputs.";
        }
    }

    private static IEnumerable<string> Size(RegisterTaskDefinitionRequest definition, bool isFargate)
    {
        if (isFargate && FargateSizes.FindProblem(Text(definition.Unmodelled, "cpu"), Text(definition.Unmodelled, "memory")) is { } problem)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Architecture(ServiceRelease release, RegisterTaskDefinitionRequest definition, bool isFargate)
    {
        // Fargate's own default; what other hosts are is not known here.
        var wanted = Member(definition.Unmodelled, "runtimePlatform") is { ValueKind: JsonValueKind.Object } platform
            && platform.TryGetProperty("cpuArchitecture", out var value) ? value.GetString() : isFargate ? "X86_64" : null;
        var image = release.Architecture switch
        {
            "amd64" => "X86_64",
            "arm64" => "ARM64",
            _ => null,
        };
        if (wanted is not null && image is not null && wanted != image)
        {
            yield return $"The image is built for {release.Architecture}, and the tasks run on {wanted}: "
                + $"build it for {(wanted == "ARM64" ? "arm64" : "amd64")}, or set runtime_platform.cpu_architecture of the task definition to {image}.";
        }
    }

    private static IEnumerable<string> Network(Service service)
    {
        // ECS makes no service of this network mode without a network.
        if (Member(service.NetworkConfiguration?.Unmodelled, "awsvpcConfiguration") is { ValueKind: JsonValueKind.Object } network
            && (!network.TryGetProperty("subnets", out var subnets) || subnets.ValueKind != JsonValueKind.Array || subnets.GetArrayLength() == 0))
        {
            yield return "The service has no subnets: set network_configuration.subnets of the service.";
        }
    }

    private static IEnumerable<string> Roles(RegisterTaskDefinitionRequest definition, ContainerDefinition container)
    {
        foreach (var name in (string[])["executionRoleArn", "taskRoleArn"])
        {
            if (Text(definition.Unmodelled, name) is { Length: > 0 } role && !Role().IsMatch(role))
            {
                yield return $"'{role}' is not the ARN of a role: correct {name} of the task definition.";
            }
        }

        var needs = Items(container.Unmodelled, "secrets").Any() ? "its secrets are read with it"
            : EcrImage.Parse(container.Image)?.RegistryId is not null ? "its image is pulled from ECR with it"
            : null;
        if (needs is not null && string.IsNullOrEmpty(Text(definition.Unmodelled, "executionRoleArn")))
        {
            yield return $"The task definition has no task execution role, and {needs}: set execution_role_arn of the task definition.";
        }
    }

    private static IEnumerable<string> Secrets(ContainerDefinition container)
    {
        foreach (var secret in Items(container.Unmodelled, "secrets"))
        {
            var (name, from) = (Text(secret, "name"), Text(secret, "valueFrom") ?? "");
            if (!(from.StartsWith("arn:", StringComparison.Ordinal) ? SecretArn() : ParameterName()).IsMatch(from))
            {
                yield return $"The secret {name} of the container {container.Name} comes from '{from}', which is neither the ARN of a secret or parameter "
                    + "nor the name of a parameter: correct it in the task definition.";
            }

            // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html: ECS refuses to register both.
            if (container.Environment?.Exists(x => x.Name == name) == true)
            {
                yield return $"The container {container.Name} has {name} as a secret and as a plain variable, and ECS refuses both: take it out of the "
                    + "environment, which the build sets, or out of the secrets of the task definition.";
            }
        }
    }

    private static IEnumerable<string> LogGroup(ContainerDefinition container, EcsSurroundings read)
    {
        if (LogGroupOf(container) is { } group && read.MissingLogGroups.Contains(group))
        {
            yield return $"The log group {group} of the container {container.Name} does not exist: apply the infrastructure, or set awslogs-create-group.";
        }
    }

    private static IEnumerable<string> Port(LoadBalancer balancer, RegisterTaskDefinitionRequest definition)
    {
        var container = definition.ContainerDefinitions!.Find(x => x.Name == balancer.ContainerName);
        var ports = container is null ? [] : Ports(container);
        if (container is null)
        {
            yield return $"The load balancer sends to the container {balancer.ContainerName}, which the task definition does not have: "
                + "correct load_balancer.container_name of the service.";
        }
        else if (balancer.ContainerPort is { } port && !ports.Contains(port))
        {
            yield return $"The load balancer sends to port {port} of the container {container.Name}, which has "
                + $"{(ports.Count == 0 ? "no ports" : $"only {string.Join(", ", ports)}")}: add it to portMappings, or correct load_balancer.container_port.";
        }
    }

    private static IEnumerable<string> Target(LoadBalancer balancer, RegisterTaskDefinitionRequest definition, EcsSurroundings read)
    {
        if (balancer.TargetGroupArn is not { } arn || !read.TargetGroups.TryGetValue(arn, out var group))
        {
            yield break;
        }

        if (group is null)
        {
            yield return $"The target group {arn} does not exist: apply the infrastructure.";
            yield break;
        }

        var isAwsVpc = Text(definition.Unmodelled, "networkMode") == "awsvpc";
        if (group.TargetType is { } type && isAwsVpc && type != "ip")
        {
            yield return $"The target group {group.TargetGroupName} takes targets of type {type}, and tasks with a network of their own are of type ip: "
                + "set target_type to ip.";
        }

        if (group.HealthCheckPath is { } path && !path.StartsWith('/'))
        {
            yield return $"The health check of the target group {group.TargetGroupName} asks for '{path}', which is no path: it has to begin with a slash.";
        }

        var container = definition.ContainerDefinitions!.Find(x => x.Name == balancer.ContainerName);
        if (isAwsVpc && container is not null && int.TryParse(group.HealthCheckPort, out var port)
            && !definition.ContainerDefinitions!.SelectMany(Ports).Contains(port))
        {
            yield return $"The health check of the target group {group.TargetGroupName} asks port {port}, which no container of the task definition has: "
                + "set health_check.port to traffic-port.";
        }
    }

    /// <summary>The log group that has to be there before the container starts; null when there is none.</summary>
    internal static string? LogGroupOf(ContainerDefinition container)
        => container.LogConfiguration is { Options: { } options } log && log.LogDriver == LogDriver.Awslogs
            && options.GetValueOrDefault("awslogs-create-group") != "true"
            ? options.GetValueOrDefault("awslogs-group")
            : null;

    private static List<int> Ports(ContainerDefinition container)
        => [.. Items(container.Unmodelled, "portMappings")
            .Select(x => x.TryGetProperty("containerPort", out var port) && port.TryGetInt32(out var number) ? number : 0)
            .Where(x => x > 0)];

    private static JsonElement? Member(Dictionary<string, JsonElement>? members, string name)
        => members?.TryGetValue(name, out var value) == true ? value : null;

    private static string? Text(Dictionary<string, JsonElement>? members, string name)
        => Member(members, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static string? Text(JsonElement value, string name)
        => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static IEnumerable<string> Texts(Dictionary<string, JsonElement>? members, string name)
        => Items(members, name).Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!);

    private static IEnumerable<JsonElement> Items(Dictionary<string, JsonElement>? members, string name)
        => Member(members, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::[0-9]{12}:role/.+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
    [GeneratedRegex(
        @"\Aarn:aws[a-z-]*:(?:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[^:\s]+(?::[^:\s]*){0,3}|ssm:[a-z0-9-]+:[0-9]{12}:parameter/\S+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex SecretArn();

    [GeneratedRegex(@"\A[A-Za-z0-9_.\-/]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
