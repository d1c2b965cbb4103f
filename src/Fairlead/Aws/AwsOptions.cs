using System.Text;
using Amazon.Runtime;
using Fairlead.Http;
using Fairlead.Secrets;

namespace Fairlead.Aws;

/// <summary>Where the AWS clients of a run go, and as whom.</summary>
public sealed record AwsOptions
{
    /// <summary>Region of the place that is deployed to: <c>eu-central-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>An AWS-compatible endpoint for every service. Without it the SDK decides: <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>,
    /// <c>AWS_ENDPOINT_URL</c>, the profile's <c>endpoint_url</c>, else AWS.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Profile of the shared AWS configuration files. Without it the SDK's default chain is used.</summary>
    public string? Profile { get; init; }

    /// <summary>
    /// Whether S3 requests carry checksums wherever the SDK can send one, or only where S3 demands one. Without it
    /// the user's <c>AWS_REQUEST_CHECKSUM_CALCULATION</c> or profile decides,
    /// else the endpoint: wherever it can at AWS, only where it must at any other, which may not know them.
    /// </summary>
    public RequestChecksumCalculation? RequestChecksums { get; init; }

    /// <summary>What stands between the clients and the network; null for nothing. Is given the handler that sends.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? Handler { get; init; }

    /// <summary>How long a service may keep a request waiting, and how much it may answer; null for the defaults.</summary>
    internal HttpLimits? Limits { get; init; }

    /// <summary>Credentials to use instead of any that the machine is configured with.</summary>
    public AWSCredentials? Credentials { get; init; }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
