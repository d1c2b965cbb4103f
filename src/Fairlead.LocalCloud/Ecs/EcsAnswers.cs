using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The state of ECS in the members of its API reference.</summary>
internal static class EcsAnswers
{
    /// <summary>Of a task: <c>docker</c> or <c>host-process</c>.</summary>
    public const string RuntimeAttribute = "fairlead.runtime";

    public static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;

    public static JsonObject Service(EcsStore store, EcsDocument document, ServiceRecord service)
    {
        var tasks = document.Tasks.Where(x => x.Cluster == service.Cluster && x.Service == service.Name && x.LastStatus != "STOPPED").ToArray();
        var result = (JsonObject)service.Echo.DeepClone();
        result["serviceArn"] = service.Arn;
        result["serviceName"] = service.Name;
        result["clusterArn"] = store.Arn($"cluster/{service.Cluster}");
        result["loadBalancers"] = new JsonArray([.. service.LoadBalancers.Select(x => (JsonNode)new JsonObject
        {
            ["targetGroupArn"] = x.TargetGroupArn,
            ["containerName"] = x.ContainerName,
            ["containerPort"] = x.ContainerPort
        })]);
        result["serviceRegistries"] ??= new JsonArray();
        result["status"] = service.Status;
        result["desiredCount"] = service.DesiredCount;
        result["runningCount"] = tasks.Count(IsRunning);
        result["pendingCount"] = tasks.Count(IsPending);
        result["taskDefinition"] = service.TaskDefinition;
        result["deploymentConfiguration"] = new JsonObject
        {
            ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = service.CircuitBreaker, ["rollback"] = service.Rollback },
            ["maximumPercent"] = service.MaximumPercent,
            ["minimumHealthyPercent"] = service.MinimumHealthyPercent,
        };
        result["deployments"] = new JsonArray([.. service.Deployments.Select((x, i) => (JsonNode)Deployment(service, x, i == 0, tasks))]);
        result["events"] = new JsonArray([.. service.Events.Select(x => (JsonNode)new JsonObject
        {
            ["id"] = x.Id,
            ["createdAt"] = Seconds(x.CreatedAt),
            ["message"] = x.Message
        })]);
        result["createdAt"] = Seconds(service.CreatedAt);
        result["placementConstraints"] ??= new JsonArray();
        result["placementStrategy"] ??= new JsonArray();
        result["schedulingStrategy"] ??= "REPLICA";
        result["deploymentController"] ??= new JsonObject { ["type"] = "ECS" };
        if (service.HealthCheckGracePeriodSeconds is { } grace)
        {
            result["healthCheckGracePeriodSeconds"] = grace;
        }

        return result;
    }

    public static JsonObject Task(EcsStore store, TaskRecord task)
    {
        var result = new JsonObject
        {
            ["taskArn"] = task.Arn,
            ["clusterArn"] = store.Arn($"cluster/{task.Cluster}"),
            ["taskDefinitionArn"] = task.TaskDefinition,
            ["overrides"] = task.Overrides.DeepClone(),
            ["lastStatus"] = task.LastStatus,
            ["desiredStatus"] = task.DesiredStatus,
            ["group"] = task.Group,
            ["launchType"] = task.LaunchType ?? "FARGATE",
            ["startedBy"] = task.StartedBy,
            ["connectivity"] = "CONNECTED",
            ["healthStatus"] = "UNKNOWN",
            ["version"] = 1,
            ["attachments"] = new JsonArray(),
            ["attributes"] = Attributes(task),
            ["containers"] = new JsonArray([.. task.Containers.Select(x => (JsonNode)Container(task, x))]),
            ["stopCode"] = task.StopCode,
            ["stoppedReason"] = task.StoppedReason,
        };
        foreach (var (name, time) in new (string, DateTimeOffset?)[]
                 {
                     ("createdAt", task.CreatedAt), ("pullStartedAt", task.PullStartedAt), ("pullStoppedAt", task.PullStoppedAt), ("startedAt", task.StartedAt),
                     ("stoppingAt", task.StoppingAt), ("executionStoppedAt", task.ExecutionStoppedAt), ("stoppedAt", task.StoppedAt),
                 })
        {
            if (time is { } value)
            {
                result[name] = Seconds(value);
            }
        }

        return WithoutNulls(result);
    }

    public static JsonObject Cluster(EcsDocument document, ClusterRecord cluster)
    {
        var tasks = document.Tasks.Where(x => x.Cluster == cluster.Name && x.LastStatus != "STOPPED").ToArray();
        return new JsonObject
        {
            ["clusterArn"] = cluster.Arn,
            ["clusterName"] = cluster.Name,
            ["status"] = "ACTIVE",
            ["registeredContainerInstancesCount"] = 0,
            ["runningTasksCount"] = tasks.Count(IsRunning),
            ["pendingTasksCount"] = tasks.Count(IsPending),
            ["activeServicesCount"] = document.Services.Count(x => x.Cluster == cluster.Name && x.Status == "ACTIVE"),
            ["statistics"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["settings"] = new JsonArray(),
            ["capacityProviders"] = new JsonArray(),
            ["defaultCapacityProviderStrategy"] = new JsonArray(),
        };
    }

    public static JsonArray Tags(EcsDocument document, string arn)
        => new([.. (document.Tags.GetValueOrDefault(arn) ?? []).Select(x => (JsonNode)new JsonObject { ["key"] = x.Key, ["value"] = x.Value })]);

    private static JsonObject Deployment(ServiceRecord service, DeploymentRecord deployment, bool primary, TaskRecord[] tasks)
    {
        var own = tasks.Where(x => x.Deployment == deployment.Id).ToArray();
        return new JsonObject
        {
            ["id"] = deployment.Id,
            ["status"] = primary ? "PRIMARY" : "ACTIVE",
            ["taskDefinition"] = deployment.TaskDefinition,
            ["desiredCount"] = primary ? deployment.RolloutState == "FAILED" ? 0 : service.DesiredCount : own.Count(x => x.DesiredStatus == "RUNNING"),
            ["pendingCount"] = own.Count(IsPending),
            ["runningCount"] = own.Count(IsRunning),
            ["failedTasks"] = deployment.FailedTasks,
            ["createdAt"] = Seconds(deployment.CreatedAt),
            ["updatedAt"] = Seconds(deployment.UpdatedAt),
            ["launchType"] = service.Echo["launchType"]?.DeepClone() ?? "FARGATE",
            ["rolloutState"] = deployment.RolloutState,
            ["rolloutStateReason"] = deployment.RolloutStateReason,
        };
    }

    /// <summary>The attribute that Fargate gives a task, and one of the local cloud's own that says what runs it.</summary>
    private static JsonArray Attributes(TaskRecord task)
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x86_64";
        var result = new JsonArray(new JsonObject { ["name"] = "ecs.cpu-architecture", ["value"] = architecture });
        if (task.Runtime is not null)
        {
            result.Add(new JsonObject { ["name"] = RuntimeAttribute, ["value"] = task.Runtime });
        }

        return result;
    }

    private static JsonObject Container(TaskRecord task, ContainerRecord container) => WithoutNulls(new JsonObject
    {
        ["containerArn"] = container.Arn,
        ["taskArn"] = task.Arn,
        ["name"] = container.Name,
        ["image"] = container.Image,
        ["imageDigest"] = container.ImageDigest,
        ["runtimeId"] = container.RuntimeId,
        ["lastStatus"] = container.LastStatus,
        ["exitCode"] = container.ExitCode,
        ["reason"] = container.Reason,
        ["networkBindings"] = new JsonArray([.. container.Ports.Select(x => (JsonNode)new JsonObject
        {
            ["bindIP"] = "127.0.0.1",
            ["containerPort"] = x.Key,
            ["hostPort"] = x.Value,
            ["protocol"] = "tcp"
        })]),
        ["networkInterfaces"] = new JsonArray(),
        ["healthStatus"] = "UNKNOWN",
    });

    private static bool IsRunning(TaskRecord task) => task.LastStatus == "RUNNING";

    private static bool IsPending(TaskRecord task) => task.LastStatus is "PROVISIONING" or "PENDING" or "ACTIVATING";

    private static JsonObject WithoutNulls(JsonObject value)
    {
        foreach (var name in value.Where(x => x.Value is null).Select(x => x.Key).ToArray())
        {
            value.Remove(name);
        }

        return value;
    }
}
