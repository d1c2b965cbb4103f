using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Single tasks, and looking at all tasks.</summary>
internal sealed class EcsTasks(EcsStore store, TaskRunner runner, TaskStarter starter)
{
    /// <summary>A RunTask request. With a client token that is known it starts nothing, and answers with the tasks that it started.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, ClientException, InvalidParameterException: <see cref="RunTaskRules"/>;
    /// ConflictException for another request with the same token.</exception>
    public JsonObject Run(JsonObject request)
    {
        var token = ClientTokens.Of(request, longest: 64);
        var (tasks, starts) = store.Change(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            if (token is not null && ClientTokens.Find(x, "RunTask", cluster, token, store.Now) is { } known)
            {
                return (Started(x, known, request), []);
            }

            var definition = TaskDefinitions.Runnable(x, request.Required("taskDefinition"));
            Rule<Launch>.Check(RunTaskRules.All, new Launch(request, definition.Definition));
            var records = Enumerable.Range(0, request.Number("count") ?? 1).Select(_ => starter.Add(x, cluster, definition, request, store.Now)).ToArray();
            if (token is not null)
            {
                ClientTokens.Add(x, "RunTask", cluster, token, request, definition, [.. records.Select(t => t.Arn)], store.Now);
            }

            return (records.Select(t => (JsonNode)EcsAnswers.Task(store, t)).ToArray(), records.Select(t => t.Id).ToArray());
        });
        foreach (var id in starts)
        {
            runner.Start(id);
        }

        return new JsonObject { ["tasks"] = new JsonArray(tasks), ["failures"] = new JsonArray() };
    }

    /// <summary>A StopTask request. The scheduler replaces a task of a service.</summary>
    public JsonObject Stop(JsonObject request)
    {
        var id = EcsStore.Last(request.Required("task"))!;
        _ = store.Read(x => Find(x, EcsStore.Cluster(x, request.Text("cluster")), id)) ?? throw NotFound();
        runner.Stop(id, "UserInitiated", request.Text("reason") ?? "Task stopped by user");
        return new JsonObject { ["task"] = store.Read(x => EcsAnswers.Task(store, x.Tasks.Find(t => t.Id == id) ?? throw NotFound())) };
    }

    /// <summary>An ExecuteCommand request: there is no agent in a task here that could open a session.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException, TargetNotConnectedException.</exception>
    public JsonObject Execute(JsonObject request)
    {
        var id = EcsStore.Last(request.Required("task"))!;
        var task = store.Read(x => Find(x, EcsStore.Cluster(x, request.Text("cluster")), id)) ?? throw NotFound();
        throw new AwsServiceException(
            "TargetNotConnectedException",
            $"The execute command failed: the local cloud runs no SSM agent in its tasks. {(task.Runtime == "docker"
                ? $"Use 'docker exec' on the container {task.Containers.FirstOrDefault()?.RuntimeId}."
                : "The task is a process of this machine.")}");
    }

    /// <summary>A DescribeTasks request.</summary>
    public JsonObject Describe(JsonObject request)
    {
        var wanted = request.Texts("tasks");
        if (wanted.Count is 0 or > 100)
        {
            throw new AwsServiceException("InvalidParameterException", "Tasks cannot be empty, and at most 100 can be described at once.");
        }

        var withTags = request.Texts("include").Contains("TAGS");
        return store.Read(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            var (found, failures) = (new JsonArray(), new JsonArray());
            foreach (var id in wanted.Select(t => EcsStore.Last(t)!))
            {
                if (Find(x, cluster, id) is { } task)
                {
                    var answer = EcsAnswers.Task(store, task);
                    if (withTags)
                    {
                        answer["tags"] = EcsAnswers.Tags(x, task.Arn);
                    }

                    found.Add(answer);
                }
                else
                {
                    failures.Add(new JsonObject { ["arn"] = store.Arn($"task/{cluster}/{id}"), ["reason"] = "MISSING" });
                }
            }

            return new JsonObject { ["tasks"] = found, ["failures"] = failures };
        });
    }

    /// <summary>A ListTasks request: newest first.</summary>
    public JsonObject List(JsonObject request)
    {
        var service = EcsStore.Last(request.Text("serviceName"));
        var (family, startedBy, status) = (request.Text("family"), request.Text("startedBy"), request.Text("desiredStatus") ?? "RUNNING");
        var launchType = request.Text("launchType");
        if (status is not ("RUNNING" or "PENDING" or "STOPPED"))
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid desiredStatus '{status}': it must be RUNNING or STOPPED.");
        }

        if (startedBy is not null && (service is not null || family is not null))
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                "When startedBy is specified, it must be the only filter: leave out family and serviceName.");
        }

        if (request.Text("containerInstance") is { } instance)
        {
            throw new AwsServiceException("InvalidParameterException", $"The local cloud has no container instances, and so not '{instance}'.");
        }

        var (cluster, found) = store.Read(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            if (service is not null)
            {
                _ = EcsStore.Service(x, cluster, service);
            }

            return (cluster, x.Tasks
                .Where(t => t.Cluster == cluster
                            && (service is null || t.Service == service)
                            && (family is null || EcsStore.Last(t.TaskDefinition)!.StartsWith(family + ":", StringComparison.Ordinal))
                            && (startedBy is null || t.StartedBy == startedBy)
                            && (launchType is null || (t.LaunchType ?? "FARGATE") == launchType)
                            && t.DesiredStatus == status)
                .ToArray());
        });
        return Pager.Of(request, $"ListTasks {cluster}", 100)
            .Cut(found, x => $"{x.CreatedAt.UtcTicks:D20} {x.Id}", descending: true)
            .ToJson("taskArns", x => x.Arn);
    }

    private static AwsServiceException NotFound() => new("InvalidParameterException", "The referenced task was not found.");

    private static TaskRecord? Find(EcsDocument document, string cluster, string id) => document.Tasks.Find(x => x.Cluster == cluster && x.Id == id);

    /// <summary>The tasks that a token stands for, as they are now.</summary>
    private JsonNode[] Started(EcsDocument document, ClientTokenRecord known, JsonObject request)
        => ClientTokens.IsSame(document, known, request)
            ? [.. known.Resources.Select(arn => document.Tasks.Find(t => t.Arn == arn)).OfType<TaskRecord>().Select(t => EcsAnswers.Task(store, t))]
            : throw new AwsServiceException(
                "ConflictException",
                "The request could not be processed due to a conflict. The provided clientToken is already in use with a different RunTask request.")
            {
                Members = { ["resourceIds"] = new JsonArray([.. known.Resources.Select(x => (JsonNode)x)]) },
            };
}
