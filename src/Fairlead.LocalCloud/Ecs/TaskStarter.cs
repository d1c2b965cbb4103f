using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Makes the records of new tasks, inside a change of the store; <see cref="TaskRunner"/> starts them afterwards.</summary>
internal sealed class TaskStarter(EcsStore store)
{
    /// <summary>A task of a service's deployment.</summary>
    /// <returns>The task's id.</returns>
    public string Add(EcsDocument document, ServiceRecord service, DeploymentRecord deployment, DateTimeOffset now)
    {
        var task = New(document, service.Cluster, EcsStore.TaskDefinition(document, deployment.TaskDefinition)!, id => new TaskRecord
        {
            Id = id,
            Arn = store.Arn($"task/{service.Cluster}/{id}"),
            Cluster = service.Cluster,
            TaskDefinition = deployment.TaskDefinition,
            Service = service.Name,
            Deployment = deployment.Id,
            StartedBy = deployment.Id,
            Group = $"service:{service.Name}",
            LaunchType = service.Echo.Text("launchType"),
            CreatedAt = now,
        });
        PropagateTags(document, task, service.Echo.Text("propagateTags"), service.Arn);
        return task.Id;
    }

    /// <summary>A task of its own, from RunTask.</summary>
    public TaskRecord Add(EcsDocument document, string cluster, TaskDefinitionRecord definition, JsonObject request, DateTimeOffset now)
    {
        var task = New(document, cluster, definition, id => new TaskRecord
        {
            Id = id,
            Arn = store.Arn($"task/{cluster}/{id}"),
            Cluster = cluster,
            TaskDefinition = definition.Arn,
            StartedBy = request.Text("startedBy"),
            Group = request.Text("group") ?? $"family:{definition.Family}",
            Overrides = (JsonObject?)request.Structure("overrides")?.DeepClone() ?? new JsonObject { ["containerOverrides"] = new JsonArray() },
            LaunchType = request.Text("launchType"),
            CreatedAt = now,
        });
        PropagateTags(document, task, request.Text("propagateTags"), null);
        EcsTags.Add(document, task.Arn, request);
        return task;
    }

    /// <summary>Gives a task the tags of its service or of its task definition.</summary>
    private static void PropagateTags(EcsDocument document, TaskRecord task, string? from, string? service)
    {
        var source = from switch { "SERVICE" => service, "TASK_DEFINITION" => task.TaskDefinition, _ => null };
        if (source is not null && document.Tags.TryGetValue(source, out var tags) && tags.Count > 0)
        {
            document.Tags[task.Arn] = new Dictionary<string, string>(tags);
        }
    }

    private TaskRecord New(EcsDocument document, string cluster, TaskDefinitionRecord definition, Func<string, TaskRecord> create)
    {
        var task = create(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        foreach (var container in definition.Definition.Structures("containerDefinitions"))
        {
            task.Containers.Add(new ContainerRecord
            {
                Name = container.Required("name"),
                Arn = store.Arn($"container/{cluster}/{task.Id}/{Guid.NewGuid()}"),
                Image = container.Required("image"),
                Essential = container.Flag("essential") != false,
                HealthStatus = ContainerHealthCheck.Of(container) is null ? null : HealthStatus.Unknown,
            });
        }

        document.Tasks.Add(task);
        EcsStore.Prune(document, store.Now);
        return task;
    }
}
