using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// The ECS service of a stack's service. A new one is made with no tasks: there is no image yet, and the first deploy brings both. Which task definition it
/// runs later is the deploy's business, as with <c>ignore_changes = [task_definition, desired_count]</c> in Terraform. Only what the specification says
/// otherwise than when the stack was last made is changed, in a copy of what the service runs; the rest of that stays, whoever set it.
/// </summary>
internal sealed class ServiceResource(StateDirectory state, Account account, EcsStore store, EcsServices services, TaskDefinitions taskDefinitions)
{
    public const string ContainerName = "service";

    /// <summary>What has to be done to the service. Reads only.</summary>
    /// <param name="stack">The stack as it is to be.</param>
    /// <param name="service">The service as it is to be.</param>
    /// <param name="recorded">The service as it was last made; null the first time.</param>
    /// <param name="targetGroup">Where the service is reached; null for a worker, and while the group is not made.</param>
    /// <param name="repositoryUri">Where its image comes from.</param>
    /// <exception cref="AwsServiceException">The service runs a task definition without the stack's container, and that has to be changed.</exception>
    public StackStep Look(StackSpecification stack, StackServicePart service, StackServicePart? recorded, TargetGroup? targetGroup, string repositoryUri)
    {
        var name = stack.NameOf(service);
        if (!services.Exists(stack.Name, name))
        {
            return StackStep.Create(() => Create(stack, service, targetGroup, repositoryUri));
        }

        if (recorded is not null && recorded.IsSameAs(service))
        {
            return StackStep.Unchanged;
        }

        var running = services.Describe(new JsonObject { ["cluster"] = stack.Name, ["services"] = new JsonArray(name) })["services"]![0]!;
        var current = taskDefinitions.Describe((string?)running["taskDefinition"]);
        var wanted = Change(current, service, recorded, name);
        var request = new JsonObject { ["cluster"] = stack.Name, ["service"] = name };
        if (!BalancersAre(running, service, targetGroup) && (recorded is null || Balanced(recorded) != Balanced(service)))
        {
            request["loadBalancers"] = LoadBalancers(service, targetGroup);
        }

        var changesDefinition = !JsonNode.DeepEquals(current, wanted);
        return !changesDefinition && request["loadBalancers"] is null
            ? StackStep.Unchanged
            : StackStep.Update(() =>
            {
                if (changesDefinition)
                {
                    CreateVolumes(service, name);
                    request["taskDefinition"] = taskDefinitions.Register(Registration(wanted, (string)current["taskDefinitionArn"]!));
                }

                services.Update(request);
            });
    }

    private void Create(StackSpecification stack, StackServicePart service, TargetGroup? targetGroup, string repositoryUri)
    {
        var name = stack.NameOf(service);
        CreateVolumes(service, name);
        var request = new JsonObject
        {
            ["cluster"] = stack.Name,
            ["serviceName"] = name,
            ["taskDefinition"] = taskDefinitions.Register(FirstTaskDefinition(service, name, $"{repositoryUri}:none", stack.LogGroupOf(service))),
            ["desiredCount"] = 0,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = LocalNetwork.Configuration(),
            ["deploymentConfiguration"] = new JsonObject
            {
                ["minimumHealthyPercent"] = 100,
                ["maximumPercent"] = 200,
                ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = true },
            },
            ["loadBalancers"] = LoadBalancers(service, targetGroup),
        };
        if (service.HealthCheckPath is not null)
        {
            // Three tasks have to fail before a rollout does: each may answer badly this long, so that it is over in seconds.
            request["healthCheckGracePeriodSeconds"] = 1;
        }

        services.Create(request);
    }

    private JsonObject FirstTaskDefinition(StackServicePart service, string name, string image, string logGroup) => new()
    {
        ["family"] = name,
        ["executionRoleArn"] = LocalNetwork.ExecutionRole(account),
        ["networkMode"] = "awsvpc",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["cpu"] = "256",
        ["memory"] = "512",
        ["volumes"] = new JsonArray([.. service.Volumes.Select(x => Volume(name, x.Key))]),
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = ContainerName,
            ["image"] = image,
            ["essential"] = true,
            ["portMappings"] = service.HealthCheckPath is null ? new JsonArray() : new JsonArray(Port(service)),
            ["environment"] = new JsonArray([.. service.Environment.Select(x => new JsonObject { ["name"] = x.Key, ["value"] = x.Value })]),
            ["secrets"] = new JsonArray([.. service.Secrets.Select(x => Secret(x.Key, x.Value))]),
            ["mountPoints"] = new JsonArray([.. service.Volumes.Select(x => Mount(x.Key, x.Value))]),
            ["stopTimeout"] = 10,
            ["logConfiguration"] = new JsonObject
            {
                ["logDriver"] = "awslogs",
                ["options"] = new JsonObject
                {
                    ["awslogs-group"] = logGroup,
                    ["awslogs-region"] = account.Region,
                    ["awslogs-stream-prefix"] = name,
                },
            },
        }),
    };

    /// <summary>A copy of the task definition with what the specification says otherwise than when it was recorded. Of a service that was never recorded,
    /// because the run that made it was cut off, with all that it says.</summary>
    private JsonObject Change(JsonObject current, StackServicePart service, StackServicePart? recorded, string name)
    {
        var wanted = (JsonObject)current.DeepClone();
        var container = wanted["containerDefinitions"]!.AsArray().FirstOrDefault(x => (string?)x!["name"] == ContainerName)?.AsObject()
            ?? throw new AwsServiceException(
                "ValidationException",
                $"The stack's specification of {name} changed, and the task definition {current["taskDefinitionArn"]} that it runs has no container "
                    + $"'{ContainerName}' to change: let the service run one that has it, or take the change back.");
        var before = recorded ?? new StackServicePart();
        foreach (var (variable, value) in Changed(before.Environment, service.Environment))
        {
            Put(container, "environment", "name", variable, value is null ? null : new JsonObject { ["name"] = variable, ["value"] = value });
            TakeOver("secrets", variable, value);
        }

        foreach (var (variable, from) in Changed(before.Secrets, service.Secrets))
        {
            Put(container, "secrets", "name", variable, from is null ? null : Secret(variable, from));
            TakeOver("environment", variable, from);
        }

        foreach (var (volume, path) in Changed(before.Volumes, service.Volumes))
        {
            Put(wanted, "volumes", "name", volume, path is null ? null : Volume(name, volume));
            Put(container, "mountPoints", "sourceVolume", volume, path is null ? null : Mount(volume, path));
        }

        if (recorded is null || Balanced(recorded) != Balanced(service))
        {
            if (Balanced(before) is { } port && port != Balanced(service))
            {
                Put(container, "portMappings", "containerPort", port, null);
            }

            if (Balanced(service) is { } wantedPort)
            {
                // The host's port as registering fills it in for this network mode, so that a port that is there already is no difference.
                var mapping = Port(service);
                mapping["hostPort"] = wantedPort;
                Put(container, "portMappings", "containerPort", wantedPort, mapping);
            }
        }

        // ECS reads secrets with the role for execution, and refuses them without one.
        if (service.Secrets.Count > 0)
        {
            wanted["executionRoleArn"] ??= LocalNetwork.ExecutionRole(account);
        }

        return wanted;

        // A deploy, or somebody by hand, may have set the variable in the other way, and ECS refuses both.
        void TakeOver(string list, string variable, string? wantedNow)
        {
            if (wantedNow is not null)
            {
                Put(container, list, "name", variable, null);
            }
        }
    }

    /// <summary>Names whose value is another one now; null for those that are gone.</summary>
    private static IEnumerable<(string Name, string? Value)> Changed(Dictionary<string, string> before, Dictionary<string, string> after)
        => before.Keys.Union(after.Keys).Where(x => before.GetValueOrDefault(x) != after.GetValueOrDefault(x)).Select(x => (x, after.GetValueOrDefault(x)));

    /// <summary>Puts an item in the place of that with the same key, at the end when there is none; null takes it away.</summary>
    private static void Put<T>(JsonObject parent, string list, string keyName, T key, JsonObject? item)
    {
        var items = parent[list] as JsonArray ?? [];
        var index = items.ToList().FindIndex(x => x![keyName] is { } found && EqualityComparer<T>.Default.Equals(found.GetValue<T>(), key));
        if (index >= 0 && item is not null)
        {
            items[index] = item;
        }
        else if (index >= 0)
        {
            items.RemoveAt(index);
        }
        else if (item is not null)
        {
            items.Add(item);
        }

        if (items.Parent is null && items.Count > 0)
        {
            parent[list] = items;
        }
    }

    /// <summary>The request that registers what was described, with its tags.</summary>
    private JsonObject Registration(JsonObject definition, string arn)
    {
        foreach (var answered in new[] { "taskDefinitionArn", "revision", "status", "registeredAt", "deregisteredAt", "deleteRequestedAt", "compatibilities" })
        {
            definition.Remove(answered);
        }

        if (store.Read(x => x.Tags.GetValueOrDefault(arn)?.ToArray()) is { } tags)
        {
            definition["tags"] = new JsonArray([.. tags.Select(x => new JsonObject { ["key"] = x.Key, ["value"] = x.Value })]);
        }

        return definition;
    }

    private static bool BalancersAre(JsonNode running, StackServicePart service, TargetGroup? targetGroup)
    {
        var balancers = running["loadBalancers"]!.AsArray();
        return Balanced(service) is { } port
            ? balancers is [{ } only] && (string?)only["targetGroupArn"] == targetGroup?.Arn && (int?)only["containerPort"] == port
            : balancers.Count == 0;
    }

    private static JsonArray LoadBalancers(StackServicePart service, TargetGroup? targetGroup) => service.HealthCheckPath is null
        ? []
        : [new JsonObject { ["targetGroupArn"] = targetGroup?.Arn, ["containerName"] = ContainerName, ["containerPort"] = service.ContainerPort }];

    /// <summary>The port that the load balancer reaches; null for a worker.</summary>
    private static int? Balanced(StackServicePart service) => service.HealthCheckPath is null ? null : service.ContainerPort;

    private static JsonObject Port(StackServicePart service) => new() { ["containerPort"] = service.ContainerPort, ["protocol"] = "tcp" };

    private static JsonObject Secret(string variable, string from) => new() { ["name"] = variable, ["valueFrom"] = from };

    private static JsonObject Mount(string volume, string path) => new() { ["sourceVolume"] = volume, ["containerPath"] = path };

    private static JsonObject Volume(string name, string volume)
        => new() { ["name"] = volume, ["host"] = new JsonObject { ["sourcePath"] = VolumePath.Of(name, volume) } };

    private void CreateVolumes(StackServicePart service, string name)
    {
        foreach (var volume in service.Volumes.Keys)
        {
            state.CreateVolume(VolumePath.Absolute(state.Root, VolumePath.Of(name, volume)));
        }
    }
}
