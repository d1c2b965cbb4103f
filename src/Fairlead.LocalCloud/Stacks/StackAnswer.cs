using System.Text.Json;
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

/// <param name="Changes">What is to be done; of a stack that was made, what was done.</param>
/// <param name="Outputs"><see cref="StackOutputs"/>; null for a plan.</param>
internal sealed record StackAnswer(IReadOnlyList<StackChange> Changes, JsonElement? Outputs);

/// <summary>The stack outputs, under the names that a Terraform stack gives them. The public URL is that of the first distribution; null when nobody can ask
/// anything of the stack.</summary>
internal sealed record StackOutputs(
    string Stack,
    string Region,
    string LedgerBucket,
    string LedgerPrefix,
    Uri? PublicUrl,
    IReadOnlyList<StackServiceOutputs> Services,
    IReadOnlyList<StackSiteOutputs> Sites);

/// <summary>A service. Its health check path is below the public URL; null where that does not lead to the service.</summary>
internal sealed record StackServiceOutputs(
    string Name,
    string ServiceHost,
    string ClusterName,
    string ServiceName,
    string ContainerName,
    string LogGroup,
    string RepositoryName,
    string RepositoryUri,
    string? HealthCheckPath);

/// <summary>A site. Its URL is null where that is the public URL.</summary>
internal sealed record StackSiteOutputs(string Name, string Bucket, string DistributionId, Uri? Url);

internal sealed class StackDocument
{
    /// <summary>From this version on the sites of stacks have an origin access control.</summary>
    public const int WithSiteAccess = 1;

    /// <summary>0 for what was written before there were versions.</summary>
    public int Version { get; set; }

    public Dictionary<string, StackSpecification> Stacks { get; set; } = [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StackDocument))]
[JsonSerializable(typeof(StackAnswer))]
internal sealed partial class StackJson : JsonSerializerContext;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(StackOutputs))]
internal sealed partial class StackOutputsJson : JsonSerializerContext;
