using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>Where a running local cloud answers. Written to <c>endpoints.json</c> in the state directory for the next run to find.</summary>
/// <param name="ProcessId">The process that answers.</param>
/// <param name="Version">Module version id of the running program, so that a newer build knows to replace it.</param>
/// <param name="Api">The AWS API endpoint, what <c>AWS_ENDPOINT_URL</c> wants.</param>
/// <param name="Registry">The OCI registry.</param>
/// <param name="Edge">The CloudFront edge.</param>
public sealed record LocalCloudEndpoints(int ProcessId, string Version, Uri Api, Uri Registry, Uri Edge)
{
    /// <summary>What whoever started it should be told: ports that were taken. Null when there is nothing.</summary>
    public string? Notice { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(LocalCloudEndpoints))]
internal sealed partial class EndpointsJson : JsonSerializerContext;
