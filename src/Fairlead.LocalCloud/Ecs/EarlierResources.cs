using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// What the provisioner of an earlier local cloud made, and ECS would not have taken: services on Fargate without a network, and their task definitions without
/// a role and a region for the log. A deploy copies them, and the copy would be refused. They get what the provisioner gives them now.
/// </summary>
internal static class EarlierResources
{
    public static bool AreIn(EcsDocument document) => Services(document).Any() || Definitions(document).Any();

    public static void Complete(EcsDocument document, Account account)
    {
        foreach (var service in Services(document))
        {
            service.Echo["networkConfiguration"] = LocalNetwork.Configuration();
        }

        foreach (var definition in Definitions(document))
        {
            definition["executionRoleArn"] ??= LocalNetwork.ExecutionRole(account);
            foreach (var options in LogOptions(definition))
            {
                options["awslogs-region"] ??= account.Region;
            }
        }
    }

    private static IEnumerable<ServiceRecord> Services(EcsDocument document) => document.Services
        .Where(x => x.Echo.Text("launchType") == "FARGATE" && x.Echo["networkConfiguration"] is null
                    && EcsStore.TaskDefinition(document, x.TaskDefinition)?.Definition.Text("networkMode") == "awsvpc");

    private static IEnumerable<JsonObject> Definitions(EcsDocument document) => document.TaskDefinitions
        .Select(x => x.Definition)
        .Where(x => x.Texts("requiresCompatibilities").Contains("FARGATE")
                    && LogOptions(x).Any(o => o["awslogs-region"] is null || x["executionRoleArn"] is null));

    private static IEnumerable<JsonObject> LogOptions(JsonObject definition) => definition.Structures("containerDefinitions")
        .Select(x => x.Structure("logConfiguration"))
        .Where(x => x?.Text("logDriver") == "awslogs")
        .Select(x => x!.Structure("options"))
        .OfType<JsonObject>();
}
