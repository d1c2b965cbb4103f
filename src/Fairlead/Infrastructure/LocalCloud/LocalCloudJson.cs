using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>What the control surface of the local cloud answers for a stack.</summary>
internal sealed record LocalStackAnswer(IReadOnlyList<ResourceChange> Changes, StackOutputs? Outputs);

/// <summary>How the control surface says no.</summary>
internal sealed record LocalCloudError(string? Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LocalCloudEndpoints))]
[JsonSerializable(typeof(LocalStackSpecification))]
[JsonSerializable(typeof(LocalStackAnswer))]
[JsonSerializable(typeof(LocalCloudError))]
internal sealed partial class LocalCloudJson : JsonSerializerContext;
