using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;

namespace Fairlead.Services.Ecs;

/// <summary>Turns a task definition that was described into the request that registers it again.</summary>
public static class TaskDefinitionRegistration
{
    // Answered by DescribeTaskDefinition, refused by RegisterTaskDefinition:
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
    private static readonly HashSet<string> ReadOnlyMembers =
        ["compatibilities", "requiresAttributes", "registeredAt", "registeredBy", "deregisteredAt", "deleteRequestedAt"];

    /// <summary>Every member that can be registered is kept, also those that this code does not model.</summary>
    public static RegisterTaskDefinitionRequest ToRegistration(this TaskDefinition definition, IReadOnlyList<Tag>? tags) => new()
    {
        Family = definition.Family,
        ContainerDefinitions = definition.ContainerDefinitions is { } containers ? [.. containers.Select(Copy)] : null,
        Tags = tags is { Count: > 0 } ? [.. tags] : null,
        Unmodelled = definition.Unmodelled?.Where(member => !ReadOnlyMembers.Contains(member.Key)).ToDictionary(StringComparer.Ordinal),
    };

    /// <summary>Whether two registrations ask for the same. The order of variables does not matter: ECS does not promise to keep it.</summary>
    internal static bool Same(RegisterTaskDefinitionRequest one, RegisterTaskDefinitionRequest other) => JsonNode.DeepEquals(Canonical(one), Canonical(other));

    private static JsonNode? Canonical(RegisterTaskDefinitionRequest request)
    {
        var canonical = new RegisterTaskDefinitionRequest
        {
            Family = request.Family,
            ContainerDefinitions = request.ContainerDefinitions is { } containers ? [.. containers.Select(Copy)] : null,
            Unmodelled = request.Unmodelled,
        };
        foreach (var container in canonical.ContainerDefinitions ?? [])
        {
            container.Environment = [.. (container.Environment ?? []).OrderBy(variable => variable.Name, StringComparer.Ordinal)];
        }

        return JsonSerializer.SerializeToNode(canonical, ECSJson.Default.RegisterTaskDefinitionRequest);
    }

    private static ContainerDefinition Copy(ContainerDefinition container) => new()
    {
        Name = container.Name,
        Image = container.Image,
        Cpu = container.Cpu,
        Memory = container.Memory,
        MemoryReservation = container.MemoryReservation,
        Essential = container.Essential,
        EntryPoint = container.EntryPoint,
        Command = container.Command,
        Environment = container.Environment is { } environment ? [.. environment] : null,
        LogConfiguration = container.LogConfiguration,
        Unmodelled = container.Unmodelled,
    };
}
