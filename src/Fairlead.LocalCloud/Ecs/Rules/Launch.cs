using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What RunTask, CreateService and UpdateService have in common: a task definition, and where and how its tasks are to run.</summary>
/// <param name="Request">The request; of an UpdateService with what the service has where it says nothing.</param>
/// <param name="Definition">What was registered.</param>
internal sealed record Launch(JsonObject Request, JsonObject Definition)
{
    public IReadOnlyList<JsonObject> Containers { get; } = [.. Definition.Structures("containerDefinitions")];

    public string? LaunchType => Request.Text("launchType");

    /// <summary>On Fargate by launch type or by capacity provider.</summary>
    public bool IsOnFargate => LaunchType == "FARGATE"
        || Request.Structures("capacityProviderStrategy").Any(x => x.Text("capacityProvider") is "FARGATE" or "FARGATE_SPOT");

    public bool NeedsNetwork => Definition.Text("networkMode") == "awsvpc";

    public JsonObject? Network => Request.Structure("networkConfiguration")?.Structure("awsvpcConfiguration");

    public JsonObject? Container(string? name) => Containers.FirstOrDefault(x => x.Text("name") == name);
}
