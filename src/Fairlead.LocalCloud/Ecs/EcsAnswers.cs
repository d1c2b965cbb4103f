using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

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
        result["loadBalancers"] = new JsonArray([.. service.LoadBalancers.Select(x => (JsonNode)LoadBalancer(x))]);
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

        if (ServiceHistory.Current(service) is { } current)
        {
            result["currentServiceDeployment"] = ServiceHistory.DeploymentArn(service, current);
        }

        return result;
    }

    public static JsonObject LoadBalancer(LoadBalancerRecord balancer) => new()
    {
        ["targetGroupArn"] = balancer.TargetGroupArn,
        ["containerName"] = balancer.ContainerName,
        ["containerPort"] = balancer.ContainerPort,
    };

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
            ["healthStatus"] = HealthStatus.Of(task),
            ["version"] = 1,
            ["attachments"] = new JsonArray(),
            ["attributes"] = Attributes(task),
            ["containers"] = new JsonArray([.. task.Containers.Select(x => (JsonNode)Container(task, x))]),
            ["stopCode"] = task.StopCode,
            ["stoppedReason"] = task.StoppedReason,
        };
        return WithTimes(
            WithoutNulls(result),
            ("createdAt", task.CreatedAt),
            ("pullStartedAt", task.PullStartedAt),
            ("pullStoppedAt", task.PullStoppedAt),
            ("startedAt", task.StartedAt),
            ("stoppingAt", task.StoppingAt),
            ("executionStoppedAt", task.ExecutionStoppedAt),
            ("stoppedAt", task.StoppedAt));
    }

    /// <summary>A cluster; what <c>include</c> does not ask for is empty.</summary>
    public static JsonObject Cluster(EcsDocument document, ClusterRecord cluster, IReadOnlyList<string> include)
    {
        var tasks = document.Tasks.Where(x => x.Cluster == cluster.Name && x.LastStatus != "STOPPED").ToArray();
        var answer = new JsonObject
        {
            ["clusterArn"] = cluster.Arn,
            ["clusterName"] = cluster.Name,
            ["status"] = "ACTIVE",
            ["registeredContainerInstancesCount"] = 0,
            ["runningTasksCount"] = tasks.Count(IsRunning),
            ["pendingTasksCount"] = tasks.Count(IsPending),
            ["activeServicesCount"] = document.Services.Count(x => x.Cluster == cluster.Name && x.Status == "ACTIVE"),
            ["statistics"] = include.Contains("STATISTICS") ? Statistics(document, cluster, tasks) : new JsonArray(),
            ["tags"] = include.Contains("TAGS") ? Tags(document, cluster.Arn) : new JsonArray(),
            ["settings"] = (include.Contains("SETTINGS") ? cluster.Echo["settings"]?.DeepClone() : null) ?? new JsonArray(),
            ["capacityProviders"] = cluster.Echo["capacityProviders"]?.DeepClone() ?? new JsonArray(),
            ["defaultCapacityProviderStrategy"] = cluster.Echo["defaultCapacityProviderStrategy"]?.DeepClone() ?? new JsonArray(),
        };
        if (include.Contains("CONFIGURATIONS") && cluster.Echo["configuration"] is { } configuration)
        {
            answer["configuration"] = configuration.DeepClone();
        }

        return answer;
    }

    /// <summary>Counts by launch type, as texts: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html.</summary>
    private static JsonArray Statistics(EcsDocument document, ClusterRecord cluster, TaskRecord[] tasks)
    {
        var services = document.Services.Where(x => x.Cluster == cluster.Name).ToArray();
        var result = new JsonArray();
        foreach (var (type, suffix) in new[] { ("EC2", "EC2"), ("FARGATE", "Fargate") })
        {
            foreach (var (name, count) in new (string, int)[]
                     {
                         ($"running{suffix}TasksCount", tasks.Count(x => IsRunning(x) && (x.LaunchType ?? "FARGATE") == type)),
                         ($"pending{suffix}TasksCount", tasks.Count(x => IsPending(x) && (x.LaunchType ?? "FARGATE") == type)),
                         ($"active{suffix}ServiceCount", services.Count(x => x.Status == "ACTIVE" && LaunchType(x) == type)),
                         ($"draining{suffix}ServiceCount", services.Count(x => x.Status == "DRAINING" && LaunchType(x) == type)),
                     })
            {
                result.Add(new JsonObject { ["name"] = name, ["value"] = count.ToString(CultureInfo.InvariantCulture) });
            }
        }

        return result;
    }

    /// <summary>What a service says that it runs on; one that says nothing is shown on Fargate.</summary>
    public static string LaunchType(ServiceRecord service) => service.Echo.Text("launchType") ?? "FARGATE";

    public static JsonArray Tags(EcsDocument document, string arn)
        => new([.. (document.Tags.GetValueOrDefault(arn) ?? []).Select(x => (JsonNode)new JsonObject { ["key"] = x.Key, ["value"] = x.Value })]);

    /// <summary>A service deployment as it is listed: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeploymentBrief.html.</summary>
    public static JsonObject ServiceDeploymentBrief(EcsStore store, ServiceRecord service, ServiceDeploymentRecord deployment) => WithTimes(
        WithoutNulls(new JsonObject
        {
            ["serviceDeploymentArn"] = ServiceHistory.DeploymentArn(service, deployment),
            ["serviceArn"] = service.Arn,
            ["clusterArn"] = store.Arn($"cluster/{service.Cluster}"),
            ["targetServiceRevisionArn"] = deployment.Target.Arn,
            ["status"] = deployment.Status,
            ["statusReason"] = deployment.StatusReason,
        }),
        ("createdAt", deployment.CreatedAt),
        ("startedAt", deployment.CreatedAt),
        ("finishedAt", deployment.FinishedAt));

    /// <summary>A service deployment as it is described: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html.</summary>
    public static JsonObject ServiceDeployment(EcsStore store, EcsDocument document, ServiceRecord service, ServiceDeploymentRecord deployment)
    {
        var failed = service.Deployments.Find(x => x.Id == deployment.Deployment)?.FailedTasks ?? deployment.FailedTasks;
        var answer = WithoutNulls(new JsonObject
        {
            ["serviceDeploymentArn"] = ServiceHistory.DeploymentArn(service, deployment),
            ["serviceArn"] = service.Arn,
            ["clusterArn"] = store.Arn($"cluster/{service.Cluster}"),
            ["sourceServiceRevisions"] = new JsonArray([.. deployment.Sources.Select(x => (JsonNode)RevisionSummary(x, null))]),
            ["targetServiceRevision"] = RevisionSummary(deployment.Target.Arn, deployment.Deployment),
            ["status"] = deployment.Status,
            ["statusReason"] = deployment.StatusReason,
            ["deploymentConfiguration"] = new JsonObject
            {
                ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = service.CircuitBreaker, ["rollback"] = service.Rollback },
                ["maximumPercent"] = service.MaximumPercent,
                ["minimumHealthyPercent"] = service.MinimumHealthyPercent,
                ["strategy"] = "ROLLING",
            },
            ["deploymentCircuitBreaker"] = new JsonObject
            {
                ["status"] = !service.CircuitBreaker ? "DISABLED"
                    : deployment.Status is "STOPPED" or "ROLLBACK_IN_PROGRESS" or "ROLLBACK_SUCCESSFUL" or "ROLLBACK_FAILED" ? "TRIGGERED"
                    : deployment.FinishedAt is null ? "MONITORING"
                    : "MONITORING_COMPLETE",
                ["failureCount"] = failed,
                ["threshold"] = RolloutPlan.FailureThreshold(service.DesiredCount),
            },
        });
        if (deployment.RollbackStartedAt is { } rollbackStarted)
        {
            answer["rollback"] = WithTimes(
                WithoutNulls(new JsonObject { ["reason"] = deployment.StatusReason, ["serviceRevisionArn"] = deployment.RollbackRevision }),
                ("startedAt", rollbackStarted));
        }

        return WithTimes(
            answer,
            ("createdAt", deployment.CreatedAt),
            ("startedAt", deployment.CreatedAt),
            ("updatedAt", deployment.UpdatedAt),
            ("finishedAt", deployment.FinishedAt));

        JsonObject RevisionSummary(string arn, string? ecsDeployment)
        {
            var id = ecsDeployment ?? service.History.Find(x => x.Target.Arn == arn)?.Deployment;
            var own = document.Tasks.Where(x => x.Deployment == id && x.LastStatus != "STOPPED").ToArray();
            return new JsonObject
            {
                ["arn"] = arn,
                ["requestedTaskCount"] = own.Count(x => x.DesiredStatus == "RUNNING"),
                ["runningTaskCount"] = own.Count(IsRunning),
                ["pendingTaskCount"] = own.Count(IsPending),
            };
        }
    }

    /// <summary>A service revision: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRevision.html.</summary>
    public static JsonObject ServiceRevision(EcsStore store, EcsDocument document, ServiceRecord service, ServiceRevisionRecord revision)
    {
        var answer = (JsonObject)revision.Settings.DeepClone();
        answer["serviceRevisionArn"] = revision.Arn;
        answer["serviceArn"] = service.Arn;
        answer["clusterArn"] = store.Arn($"cluster/{service.Cluster}");
        answer["taskDefinition"] = revision.TaskDefinition;
        answer["launchType"] ??= answer["capacityProviderStrategy"] is null ? "FARGATE" : null;
        answer["guardDutyEnabled"] = false;
        answer["createdAt"] = Seconds(revision.CreatedAt);
        var containers = EcsStore.TaskDefinition(document, revision.TaskDefinition)?.Definition.Structures("containerDefinitions") ?? [];
        answer["containerImages"] = new JsonArray([
            .. containers.Select(x => (JsonNode)new JsonObject { ["containerName"] = x.Text("name"), ["image"] = x.Text("image") }),
        ]);
        return WithoutNulls(answer);
    }

    private static JsonObject WithTimes(JsonObject answer, params (string Name, DateTimeOffset? Time)[] times)
    {
        foreach (var (name, time) in times)
        {
            if (time is { } value)
            {
                answer[name] = Seconds(value);
            }
        }

        return answer;
    }

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
            ["launchType"] = LaunchType(service),
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
        ["healthStatus"] = container.HealthStatus ?? HealthStatus.Unknown,
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
