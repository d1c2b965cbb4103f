using Amazon.Runtime;

namespace Fairlead.Aws;

/// <summary>Where the AWS clients of a run go, and as whom.</summary>
public sealed record AwsOptions
{
    /// <summary>Region of the place that is deployed to: <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>An AWS-compatible endpoint for every service. Without it the SDK decides: <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, <c>AWS_ENDPOINT_URL</c>, the profile's <c>endpoint_url</c>, else AWS.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Profile of the shared AWS configuration files. Without it the SDK's default chain is used.</summary>
    public string? Profile { get; init; }

    /// <summary>Credentials to use instead of any that the machine is configured with.</summary>
    public AWSCredentials? Credentials { get; init; }
}
