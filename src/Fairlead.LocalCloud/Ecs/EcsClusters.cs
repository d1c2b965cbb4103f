using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The clusters.</summary>
internal sealed class EcsClusters(EcsStore store)
{
    private static readonly string[] Echoed = ["settings", "configuration", "capacityProviders", "defaultCapacityProviderStrategy"];

    public bool Exists(string name) => store.Read(x => x.Clusters.Exists(c => c.Name == name));

    /// <summary>The cluster's ARN; the cluster is made when absent. Idempotent, as CreateCluster itself.</summary>
    public string Ensure(string name) => store.Read(x => x.Clusters.Find(c => c.Name == name))?.Arn
        ?? (string)Create(new JsonObject { ["clusterName"] = name })["clusterArn"]!;

    /// <summary>A CreateCluster request. A cluster that is there stays as it is.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException.</exception>
    public JsonObject Create(JsonObject request)
    {
        var name = request.Text("clusterName") ?? "default";
        if (!TaskDefinitionRules.Name().IsMatch(name))
        {
            throw new AwsServiceException("InvalidParameterException", "Invalid cluster name: 1 to 255 letters, digits, hyphens and underscores are allowed.");
        }

        Rule<JsonObject>.Check(TagRules.For("InvalidParameterException"), request);
        return store.Change(x =>
        {
            if (x.Clusters.Find(c => c.Name == name) is not { } cluster)
            {
                cluster = new ClusterRecord(name, store.Arn($"cluster/{name}"));
                foreach (var member in Echoed.Where(m => request[m] is not null))
                {
                    cluster.Echo[member] = request[member]!.DeepClone();
                }

                x.Clusters.Add(cluster);
                EcsTags.Add(x, cluster.Arn, request);
            }

            return EcsAnswers.Cluster(x, cluster, ["SETTINGS", "TAGS", "CONFIGURATIONS"]);
        });
    }

    /// <summary>A DescribeClusters request; <c>include</c> says what of settings, tags, statistics and configuration is wanted.</summary>
    public JsonObject Describe(JsonObject request)
    {
        var names = request.Texts("clusters") is { Count: > 0 } wanted ? wanted : ["default"];
        if (names.Count > 100)
        {
            throw new AwsServiceException("InvalidParameterException", "At most 100 clusters can be described at once.");
        }

        var include = request.Texts("include");
        return store.Read(x =>
        {
            var (found, failures) = (new JsonArray(), new JsonArray());
            foreach (var name in names.Select(n => EcsStore.Last(n)!))
            {
                if (x.Clusters.Find(c => c.Name == name) is { } cluster)
                {
                    found.Add(EcsAnswers.Cluster(x, cluster, include));
                }
                else
                {
                    failures.Add(new JsonObject { ["arn"] = store.Arn($"cluster/{name}"), ["reason"] = "MISSING" });
                }
            }

            return new JsonObject { ["clusters"] = found, ["failures"] = failures };
        });
    }

    /// <summary>A ListClusters request.</summary>
    public JsonObject List(JsonObject request)
        => Pager.Of(request, "ListClusters", 100).Cut(store.Read(x => x.Clusters.Select(c => c.Arn).ToArray()), x => x).ToJson("clusterArns", x => x);

    /// <summary>A DeleteCluster request.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, ClusterContainsServicesException, ClusterContainsTasksException.</exception>
    public JsonObject Delete(JsonObject request) => store.Change(x =>
    {
        var name = EcsStore.Cluster(x, request.Required("cluster"));
        if (x.Services.Exists(s => s.Cluster == name && s.Status != "INACTIVE"))
        {
            throw new AwsServiceException("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }

        if (x.Tasks.Exists(t => t.Cluster == name && t.LastStatus != "STOPPED"))
        {
            throw new AwsServiceException("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }

        var cluster = x.Clusters.Find(c => c.Name == name)!;
        var answer = EcsAnswers.Cluster(x, cluster, []);
        answer["status"] = "INACTIVE";
        x.Clusters.Remove(cluster);
        x.Tags.Remove(cluster.Arn);
        x.ClientTokens.RemoveAll(t => t.Cluster == name);
        return answer;
    });
}
