using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>A target group as it stands in the state.</summary>
internal sealed record TargetGroupRecord(string Name, string Arn, int Port, string HealthCheckPath);

internal sealed class TargetGroupsDocument
{
    public SortedDictionary<string, TargetGroupRecord> Groups { get; set; } = new(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TargetGroupsDocument))]
internal sealed partial class LoadBalancingJson : JsonSerializerContext;
