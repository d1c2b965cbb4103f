using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>What a service on Fargate must name, and what is loopback here whatever it names: a network, and the role that pulls its image.</summary>
internal static class LocalNetwork
{
    public static JsonObject Configuration() => new()
    {
        ["awsvpcConfiguration"] = new JsonObject
        {
            ["subnets"] = new JsonArray("subnet-00000000000000000"),
            ["securityGroups"] = new JsonArray("sg-00000000000000000"),
            ["assignPublicIp"] = "DISABLED",
        },
    };

    public static string ExecutionRole(Account account) => $"arn:aws:iam::{account.Id}:role/ecsTaskExecutionRole";
}
