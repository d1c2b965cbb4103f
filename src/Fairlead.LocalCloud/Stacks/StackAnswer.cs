using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Stacks;

/// <param name="Type">The resource type in Terraform's words.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Action"><c>Unchanged</c>, <c>Create</c> or <c>Update</c>.</param>
internal sealed record StackChange(string Type, string Name, string Action)
{
    public const string Unchanged = "Unchanged";
    public const string Create = "Create";
    public const string Update = "Update";
}

internal sealed record StackAnswer(IReadOnlyList<StackChange> Changes, StackOutputs? Outputs);

/// <summary>The stack outputs, under the names that a Terraform stack gives them.</summary>
internal sealed record StackOutputs(
    string Stack,
    string Region,
    string SiteBucket,
    string LedgerBucket,
    string LedgerPrefix,
    string DistributionId,
    Uri PublicUrl,
    string RepositoryName,
    string RepositoryUri,
    string ClusterName,
    string ServiceName,
    string ContainerName,
    string LogGroup,
    string HealthCheckPath);

internal sealed class StackDocument
{
    public Dictionary<string, StackSpecification> Stacks { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StackDocument))]
[JsonSerializable(typeof(StackAnswer))]
internal sealed partial class StackJson : JsonSerializerContext;
