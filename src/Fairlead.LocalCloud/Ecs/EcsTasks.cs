using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Single tasks, and looking at all tasks.</summary>
internal sealed class EcsTasks(EcsStore store, TaskRunner runner, TaskStarter starter)
{
    /// <summary>A RunTask request.</summary>
    public JsonObject Run(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var count = request.Number("count") ?? 1;
        if (count is < 1 or > 10)
        {
            throw new AwsServiceException("InvalidParameterException", "Count must be between 1 and 10.");
        }

        var (tasks, ids) = store.Change(x =>
        {
            var definition = EcsStore.TaskDefinition(x, request.Required("taskDefinition"))
                ?? throw new AwsServiceException("ClientException", "TaskDefinition not found.");
            if (definition.DeregisteredAt is not null)
            {
                throw new AwsServiceException("ClientException", "TaskDefinition is inactive");
            }

            var names = definition.Definition.Structures("containerDefinitions").Select(c => c.Text("name")).ToArray();
            if (request.Structure("overrides")?.Structures("containerOverrides").FirstOrDefault(o => !names.Contains(o.Text("name"))) is { } unknown)
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    $"Override for container named {unknown.Text("name")} is not a container in the TaskDefinition.");
            }

            var records = Enumerable.Range(0, count).Select(_ => starter.Add(x, cluster, definition, request, store.Now)).ToArray();
            return (records.Select(t => (JsonNode)EcsAnswers.Task(store, t)).ToArray(), records.Select(t => t.Id).ToArray());
        });
        foreach (var id in ids)
        {
            runner.Start(id);
        }

        return new JsonObject { ["tasks"] = new JsonArray(tasks), ["failures"] = new JsonArray() };
    }

    /// <summary>A StopTask request. The scheduler replaces a task of a service.</summary>
    public JsonObject Stop(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var id = EcsStore.Last(request.Required("task"))!;
        _ = store.Read(x => Find(x, cluster, id)) ?? throw new AwsServiceException("InvalidParameterException", "The referenced task was not found.");
        runner.Stop(id, "UserInitiated", request.Text("reason") ?? "Task stopped by user");
        return new JsonObject { ["task"] = store.Read(x => EcsAnswers.Task(store, Find(x, cluster, id)!)) };
    }

    /// <summary>A DescribeTasks request.</summary>
    public JsonObject Describe(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var wanted = request.Texts("tasks");
        if (wanted.Count is 0 or > 100)
        {
            throw new AwsServiceException("InvalidParameterException", "Tasks cannot be empty, and at most 100 can be described at once.");
        }

        return store.Read(x =>
        {
            var (found, failures) = (new JsonArray(), new JsonArray());
            foreach (var id in wanted.Select(t => EcsStore.Last(t)!))
            {
                if (Find(x, cluster, id) is { } task)
                {
                    found.Add(EcsAnswers.Task(store, task));
                }
                else
                {
                    failures.Add(new JsonObject { ["arn"] = store.Arn($"task/{cluster}/{id}"), ["reason"] = "MISSING" });
                }
            }

            return new JsonObject { ["tasks"] = found, ["failures"] = failures };
        });
    }

    /// <summary>A ListTasks request's ARNs, newest first.</summary>
    public IReadOnlyList<string> List(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var service = EcsStore.Last(request.Text("serviceName"));
        var (family, startedBy, status) = (request.Text("family"), request.Text("startedBy"), request.Text("desiredStatus") ?? "RUNNING");
        return store.Read(x =>
        {
            if (service is not null)
            {
                _ = EcsStore.Service(x, cluster, service);
            }

            return x.Tasks
                .Where(t => t.Cluster == cluster
                            && (service is null || t.Service == service)
                            && (family is null || EcsStore.Last(t.TaskDefinition)!.StartsWith(family + ":", StringComparison.Ordinal))
                            && (startedBy is null || t.StartedBy == startedBy)
                            && t.DesiredStatus == status)
                .OrderByDescending(t => t.CreatedAt)
                .Select(t => t.Arn)
                .ToArray();
        });
    }

    private static TaskRecord? Find(EcsDocument document, string cluster, string id) => document.Tasks.Find(x => x.Cluster == cluster && x.Id == id);
}
