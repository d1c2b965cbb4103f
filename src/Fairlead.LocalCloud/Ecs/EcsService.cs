using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The ECS API (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/).</summary>
internal sealed class EcsService(
    EcsStore store,
    EcsClusters clusters,
    TaskDefinitions definitions,
    EcsServices services,
    ServiceDeployments deployments,
    EcsTasks tasks,
    EcsTags tags) : IAwsService
{
    public string SigningName => "ecs";

    public Task HandleAsync(HttpContext context) => AwsJson.HandleAsync(context, Answer);

    private JsonObject Answer(string operation, JsonObject request) => operation switch
    {
        "CreateCluster" => new JsonObject { ["cluster"] = clusters.Create(request) },
        "DescribeClusters" => clusters.Describe(request),
        "ListClusters" => clusters.List(request),
        "DeleteCluster" => new JsonObject { ["cluster"] = clusters.Delete(request) },
        "RegisterTaskDefinition" => Definition(definitions.Register(request)),
        "DescribeTaskDefinition" => Definition(request.Required("taskDefinition", "ClientException"), request.Texts("include").Contains("TAGS")),
        "DeregisterTaskDefinition" => new JsonObject { ["taskDefinition"] = definitions.Deregister(request.Required("taskDefinition", "ClientException")) },
        "DeleteTaskDefinitions" => definitions.Delete(request),
        "ListTaskDefinitions" => definitions.List(request),
        "ListTaskDefinitionFamilies" => definitions.ListFamilies(request),
        "CreateService" => new JsonObject { ["service"] = services.Create(request) },
        "UpdateService" => new JsonObject { ["service"] = services.Update(request) },
        "DeleteService" => new JsonObject { ["service"] = services.Delete(request) },
        "DescribeServices" => services.Describe(request),
        "ListServices" => services.List(request),
        "ListServiceDeployments" => deployments.List(request),
        "DescribeServiceDeployments" => deployments.Describe(request),
        "DescribeServiceRevisions" => deployments.DescribeRevisions(request),
        "RunTask" => tasks.Run(request),
        "StopTask" => tasks.Stop(request),
        "ExecuteCommand" => tasks.Execute(request),
        "DescribeTasks" => tasks.Describe(request),
        "ListTasks" => tasks.List(request),
        "ListTagsForResource" => tags.List(request),
        "TagResource" => tags.Tag(request),
        "UntagResource" => tags.Untag(request),
        _ => throw new AwsServiceException("UnknownOperationException", $"The local cloud's ECS has no operation '{operation}'."),
    };

    private JsonObject Definition(string reference, bool withTags = true)
    {
        var definition = definitions.Describe(reference);
        var answer = new JsonObject { ["taskDefinition"] = definition };
        if (withTags)
        {
            answer["tags"] = store.Read(x => EcsAnswers.Tags(x, (string)definition["taskDefinitionArn"]!));
        }

        return answer;
    }
}
