using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>What the control surface of the local cloud answers for a stack. The outputs are as Terraform prints them; there are none for a plan.</summary>
internal sealed record LocalStackAnswer(IReadOnlyList<ResourceChange> Changes, JsonElement? Outputs);

/// <summary>How the control surface says no.</summary>
internal sealed record LocalCloudError(string? Message);

/// <summary>The ports that a local cloud keeps from one start to the next.</summary>
internal sealed record LocalCloudPorts([property: JsonPropertyName("Api")] int Api);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LocalCloudEndpoints))]
[JsonSerializable(typeof(LocalCloudAccessKey))]
[JsonSerializable(typeof(LocalStackSpecification))]
[JsonSerializable(typeof(LocalStackAnswer))]
[JsonSerializable(typeof(LocalCloudError))]
[JsonSerializable(typeof(LocalCloudPorts))]
internal sealed partial class LocalCloudJson : JsonSerializerContext;
