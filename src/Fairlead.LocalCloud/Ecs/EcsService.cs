using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The ECS API (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/).</summary>
internal sealed class EcsService(EcsStore store, EcsClusters clusters, TaskDefinitions definitions, EcsServices services, EcsTasks tasks) : IAwsService
{
    public string SigningName => "ecs";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var request = await AwsJson.ReadObjectAsync(context);
            await AwsJson.WriteAsync(context, Answer(AwsJson.Operation(context.Request), request));
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private JsonObject Answer(string operation, JsonObject request) => operation switch
    {
        "CreateCluster" => CreateCluster(request),
        "DescribeClusters" => DescribeClusters(request),
        "ListClusters" => Arns("clusterArns", store.Read(x => x.Clusters.Select(c => c.Arn).ToArray()), request),
        "DeleteCluster" => DeleteCluster(request),
        "RegisterTaskDefinition" => Definition(definitions.Register(request)),
        "DescribeTaskDefinition" => Definition(request.Required("taskDefinition", "ClientException")),
        "DeregisterTaskDefinition" => new JsonObject { ["taskDefinition"] = definitions.Deregister(request.Required("taskDefinition", "ClientException")) },
        "ListTaskDefinitions" => Arns(
            "taskDefinitionArns",
            definitions.List(request.Text("familyPrefix"), request.Text("status"), request.Text("sort") == "DESC"),
            request),
        "CreateService" => new JsonObject { ["service"] = services.Create(request) },
        "UpdateService" => new JsonObject { ["service"] = services.Update(request) },
        "DeleteService" => new JsonObject { ["service"] = services.Delete(request) },
        "DescribeServices" => services.Describe(request),
        "ListServices" => Arns("serviceArns", services.List(request.Text("cluster")), request),
        "RunTask" => tasks.Run(request),
        "StopTask" => tasks.Stop(request),
        "DescribeTasks" => tasks.Describe(request),
        "ListTasks" => Arns("taskArns", tasks.List(request), request),
        "ListTagsForResource" => new JsonObject { ["tags"] = store.Read(x => EcsAnswers.Tags(x, request.Required("resourceArn"))) },
        "TagResource" => Tag(request),
        "UntagResource" => Untag(request),
        _ => throw new AwsServiceException("UnknownOperationException", $"The local cloud's ECS has no operation '{operation}'."),
    };

    private JsonObject CreateCluster(JsonObject request)
    {
        var name = request.Text("clusterName") ?? "default";
        clusters.Ensure(name);
        return new JsonObject { ["cluster"] = Cluster(name) };
    }

    private JsonObject DescribeClusters(JsonObject request)
    {
        var (found, failures) = (new JsonArray(), new JsonArray());
        foreach (var name in request.Texts("clusters") is { Count: > 0 } names ? names.Select(x => EcsStore.Last(x)!) : ["default"])
        {
            if (store.Read(x => x.Clusters.Exists(c => c.Name == name)))
            {
                found.Add(Cluster(name));
            }
            else
            {
                failures.Add(new JsonObject { ["arn"] = store.Arn($"cluster/{name}"), ["reason"] = "MISSING" });
            }
        }

        return new JsonObject { ["clusters"] = found, ["failures"] = failures };
    }

    private JsonObject DeleteCluster(JsonObject request)
    {
        var name = store.Cluster(request.Required("cluster"));
        var answer = Cluster(name);
        clusters.Delete(name);
        answer["status"] = "INACTIVE";
        return new JsonObject { ["cluster"] = answer };
    }

    private JsonObject Cluster(string name) => store.Read(x => EcsAnswers.Cluster(x, x.Clusters.Find(c => c.Name == name)!));

    private JsonObject Definition(string reference)
    {
        var definition = definitions.Describe(reference);
        return new JsonObject { ["tags"] = store.Read(x => EcsAnswers.Tags(x, (string)definition["taskDefinitionArn"]!)), ["taskDefinition"] = definition };
    }

    private JsonObject Tag(JsonObject request)
    {
        store.Change(x =>
        {
            var tags = x.Tags.TryGetValue(request.Required("resourceArn"), out var known) ? known : x.Tags[request.Required("resourceArn")] = [];
            foreach (var tag in request.Structures("tags"))
            {
                tags[tag.Required("key")] = tag.Text("value") ?? "";
            }
        });
        return [];
    }

    private JsonObject Untag(JsonObject request)
    {
        store.Change(x =>
        {
            foreach (var key in request.Texts("tagKeys"))
            {
                x.Tags.GetValueOrDefault(request.Required("resourceArn"))?.Remove(key);
            }
        });
        return [];
    }

    /// <summary>A page of ARNs; the token is the last one shown.</summary>
    private static JsonObject Arns(string member, IReadOnlyList<string> all, JsonObject request)
    {
        var limit = Math.Clamp(request.Number("maxResults") ?? 100, 1, 100);
        var token = request.Text("nextToken");
        var page = (token is null ? all : all.SkipWhile(x => x != token).Skip(1)).Take(limit + 1).ToArray();
        var answer = new JsonObject { [member] = new JsonArray([.. page.Take(limit).Select(x => (JsonNode)x)]) };
        if (page.Length > limit)
        {
            answer["nextToken"] = page[limit - 1];
        }

        return answer;
    }
}
