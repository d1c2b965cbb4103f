using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>That a container waits for another one.</summary>
/// <param name="Container">The name of the other.</param>
/// <param name="Condition">START, COMPLETE, SUCCESS or HEALTHY.</param>
internal sealed record ContainerDependency(string Container, string Condition)
{
    public static IReadOnlyList<ContainerDependency> Of(JsonObject container)
        => [.. container.Structures("dependsOn").Select(x => new ContainerDependency(x.Required("containerName"), x.Required("condition")))];
}
