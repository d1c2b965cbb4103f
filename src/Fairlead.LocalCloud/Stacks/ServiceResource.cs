using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// The ECS service of a stack. A new one is made with no tasks: there is no image yet, and the first deploy brings both. Which image and
/// which release it runs later is the deploy's business, as with <c>ignore_changes = [task_definition, desired_count]</c> in Terraform.
/// </summary>
internal sealed class ServiceResource(StateDirectory state, EcsServices services, TaskDefinitions taskDefinitions)
{
    public const string ContainerName = "service";

    /// <param name="stack">The stack as it is to be.</param>
    /// <param name="recorded">The stack as it was last made; null the first time.</param>
    /// <param name="targetGroup">Where the service is reached.</param>
    /// <param name="repositoryUri">Where its image comes from.</param>
    /// <param name="logGroup">Where it logs to.</param>
    public void Ensure(StackSpecification stack, StackSpecification? recorded, TargetGroup targetGroup, string repositoryUri, string logGroup)
    {
        if (!services.Exists(stack.Name, stack.Name))
        {
            var first = taskDefinitions.Register(TaskDefinition(stack, $"{repositoryUri}:none", logGroup, stack.Environment));
            services.Create(new JsonObject
            {
                ["cluster"] = stack.Name,
                ["serviceName"] = stack.Name,
                ["taskDefinition"] = first,
                ["desiredCount"] = 0,
                ["launchType"] = "FARGATE",

                // Three tasks have to fail before a rollout does: each may answer badly this long, so that it is over in seconds.
                ["healthCheckGracePeriodSeconds"] = 1,
                ["deploymentConfiguration"] = new JsonObject
                {
                    ["minimumHealthyPercent"] = 100,
                    ["maximumPercent"] = 200,
                    ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = true },
                },
                ["loadBalancers"] = new JsonArray(new JsonObject
                {
                    ["targetGroupArn"] = targetGroup.Arn,
                    ["containerName"] = ContainerName,
                    ["containerPort"] = stack.ContainerPort,
                }),
            });
            return;
        }

        var service = services.Describe(new JsonObject { ["cluster"] = stack.Name, ["services"] = new JsonArray(stack.Name) })["services"]![0]!;
        var current = taskDefinitions.Describe((string?)service["taskDefinition"]);
        var container = current["containerDefinitions"]!.AsArray().First(x => (string?)x!["name"] == ContainerName)!;
        var wanted = TaskDefinition(stack, (string)container["image"]!, logGroup, Environment(stack, recorded, container));
        if (Settings(wanted) != Settings(current))
        {
            services.Update(new JsonObject { ["cluster"] = stack.Name, ["service"] = stack.Name, ["taskDefinition"] = taskDefinitions.Register(wanted) });
        }
    }

    private JsonObject TaskDefinition(StackSpecification stack, string image, string logGroup, IEnumerable<KeyValuePair<string, string>> environment) => new()
    {
        ["family"] = stack.Name,
        ["networkMode"] = "awsvpc",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["cpu"] = "256",
        ["memory"] = "512",
        ["volumes"] = new JsonArray([.. stack.Volumes.Select(x => new JsonObject
        {
            ["name"] = x.Key,
            ["host"] = new JsonObject { ["sourcePath"] = Directory.CreateDirectory(state.PathOf("volumes", stack.Name, x.Key)).FullName },
        })]),
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = ContainerName,
            ["image"] = image,
            ["essential"] = true,
            ["portMappings"] = new JsonArray(new JsonObject { ["containerPort"] = stack.ContainerPort, ["protocol"] = "tcp" }),
            ["environment"] = new JsonArray([.. environment.Select(x => new JsonObject { ["name"] = x.Key, ["value"] = x.Value })]),
            ["mountPoints"] = new JsonArray([.. stack.Volumes.Select(x => new JsonObject { ["sourceVolume"] = x.Key, ["containerPath"] = x.Value })]),
            ["stopTimeout"] = 10,
            ["logConfiguration"] = new JsonObject
            {
                ["logDriver"] = "awslogs",
                ["options"] = new JsonObject { ["awslogs-group"] = logGroup, ["awslogs-stream-prefix"] = stack.Name },
            },
        }),
    };

    /// <summary>
    /// What the service is to be told: what it is told now, with what the stack changed since it was last made.
    /// What a deploy added or set otherwise stays: it is not the stack's.
    /// </summary>
    private static Dictionary<string, string> Environment(StackSpecification stack, StackSpecification? recorded, JsonNode container)
    {
        var environment = container["environment"]?.AsArray().ToDictionary(x => (string)x!["name"]!, x => (string?)x!["value"] ?? "", StringComparer.Ordinal)
            ?? [];
        foreach (var name in (recorded?.Environment.Keys ?? Enumerable.Empty<string>()).Except(stack.Environment.Keys))
        {
            environment.Remove(name);
        }

        foreach (var (name, value) in stack.Environment)
        {
            if (!environment.ContainsKey(name) || recorded?.Environment.GetValueOrDefault(name) != value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }

    /// <summary>What the stack says of a task definition: where it keeps data, which port it has, what it is told.</summary>
    private static string Settings(JsonObject taskDefinition)
    {
        var container = taskDefinition["containerDefinitions"]!.AsArray().First(x => (string?)x!["name"] == ContainerName)!;
        var volumes = taskDefinition["volumes"]?.AsArray().Select(x => $"{x!["name"]}={x["host"]?["sourcePath"]}") ?? [];
        var mounts = container["mountPoints"]?.AsArray().Select(x => $"{x!["sourceVolume"]}:{x["containerPath"]}") ?? [];
        var environment = container["environment"]?.AsArray().Select(x => $"{x!["name"]}={x["value"]}").Order(StringComparer.Ordinal)
            ?? Enumerable.Empty<string>();
        return string.Join('\n', [.. volumes, .. mounts, .. environment, $"port {container["portMappings"]?[0]?["containerPort"]}"]);
    }
}
