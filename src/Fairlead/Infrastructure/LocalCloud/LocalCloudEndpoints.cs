namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>Where a running local cloud answers: what it writes to <c>endpoints.json</c> and prints when it is ready.</summary>
/// <param name="ProcessId">The process that answers.</param>
/// <param name="Version">Module version id of the running program.</param>
/// <param name="Api">The AWS API endpoint.</param>
/// <param name="Registry">The OCI registry.</param>
/// <param name="Edge">The CloudFront edge.</param>
public sealed record LocalCloudEndpoints(int ProcessId, string Version, Uri Api, Uri Registry, Uri Edge);
