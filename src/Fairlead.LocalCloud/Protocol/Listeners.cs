namespace Fairlead.LocalCloud.Protocol;

/// <summary>Where this cloud answers, for those inside it who hand out an address or ask one.</summary>
/// <param name="Api">The AWS API.</param>
/// <param name="Registry">The OCI registry behind ECR.</param>
/// <param name="Edge">The CloudFront edge.</param>
internal sealed record Listeners(Uri Api, Uri Registry, Uri Edge);
