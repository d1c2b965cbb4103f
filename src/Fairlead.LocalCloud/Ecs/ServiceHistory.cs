using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// The service deployments and service revisions of a service (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html). A new
/// revision begins a service deployment; going back is part of the one that failed. Called inside a change of the store.
/// </summary>
internal static class ServiceHistory
{
    /// <summary>ECS keeps 90 days; a service of a developer's machine that is deployed every hour has this in a working week.</summary>
    private const int MaximumDeployments = 50;

    private static readonly string[] Settings =
        ["launchType", "capacityProviderStrategy", "platformVersion", "networkConfiguration", "serviceRegistries"];

    public static void Begin(ServiceRecord service, DeploymentRecord deployment)
    {
        var now = deployment.CreatedAt;
        var current = Current(service);
        if (current is not null)
        {
            End(current, current.Status == "IN_PROGRESS" ? "STOPPED" : "ROLLBACK_FAILED", "Another deployment was started.", now);
        }

        var settings = new JsonObject
        {
            ["loadBalancers"] = new JsonArray([.. service.LoadBalancers.Select(x => (JsonNode)EcsAnswers.LoadBalancer(x))]),
        };
        foreach (var member in Settings.Where(x => service.Echo[x] is not null))
        {
            settings[member] = service.Echo[member]!.DeepClone();
        }

        service.History.Insert(0, new ServiceDeploymentRecord
        {
            Id = RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 21),
            Deployment = deployment.Id,
            Sources = Running(service) is { } running ? [running.Arn] : [],
            Target = new ServiceRevisionRecord(
                Arn(service, "service-revision", deployment.Id[(deployment.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]),
                deployment.TaskDefinition,
                now,
                settings),
            CreatedAt = now,
            UpdatedAt = now,
        });
        if (service.History.Count > MaximumDeployments)
        {
            service.History.RemoveRange(MaximumDeployments, service.History.Count - MaximumDeployments);
        }
    }

    /// <summary>The PRIMARY deployment has all its tasks.</summary>
    public static void Completed(ServiceRecord service, DeploymentRecord deployment, DateTimeOffset now)
    {
        if (Current(service) is { } current)
        {
            End(current, current.RollbackDeployment == deployment.Id ? "ROLLBACK_SUCCESSFUL" : "SUCCESSFUL", null, now);
        }
    }

    /// <summary>The PRIMARY deployment is given up.</summary>
    /// <param name="service">Whose it is.</param>
    /// <param name="deployment">The deployment that failed.</param>
    /// <param name="back">The deployment that goes back; null when none does.</param>
    /// <param name="now">When.</param>
    public static void Failed(ServiceRecord service, DeploymentRecord deployment, DeploymentRecord? back, DateTimeOffset now)
    {
        if (Current(service) is not { } current)
        {
            return;
        }

        current.FailedTasks = deployment.FailedTasks;
        if (back is null)
        {
            End(current, current.RollbackDeployment is null ? "STOPPED" : "ROLLBACK_FAILED", deployment.RolloutStateReason, now);
            return;
        }

        (current.Status, current.StatusReason, current.UpdatedAt) = ("ROLLBACK_IN_PROGRESS", deployment.RolloutStateReason, now);
        (current.RollbackDeployment, current.RollbackStartedAt) = (back.Id, now);
        current.RollbackRevision = service.History.Skip(1).FirstOrDefault(x => x.Target.TaskDefinition == back.TaskDefinition)?.Target.Arn;
    }

    /// <summary>The service is deleted.</summary>
    public static void Deleted(ServiceRecord service, DateTimeOffset now)
    {
        if (Current(service) is { } current)
        {
            End(current, "STOPPED", "The service was deleted.", now);
        }
    }

    /// <summary>The service deployment that is under way; null when none is.</summary>
    public static ServiceDeploymentRecord? Current(ServiceRecord service) => service.History.FirstOrDefault(x => x.FinishedAt is null);

    /// <summary>The revision that was brought, or gone back to, last.</summary>
    public static ServiceRevisionRecord? Running(ServiceRecord service)
        => service.History.FirstOrDefault(x => x.Status == "SUCCESSFUL")?.Target;

    public static string DeploymentArn(ServiceRecord service, ServiceDeploymentRecord deployment) => Arn(service, "service-deployment", deployment.Id);

    private static string Arn(ServiceRecord service, string kind, string id)
        => $"{service.Arn.Replace(":service/", $":{kind}/", StringComparison.Ordinal)}/{id}";

    private static void End(ServiceDeploymentRecord deployment, string status, string? reason, DateTimeOffset now)
    {
        (deployment.Status, deployment.UpdatedAt, deployment.FinishedAt) = (status, now, now);
        deployment.StatusReason = reason ?? deployment.StatusReason;
    }
}
