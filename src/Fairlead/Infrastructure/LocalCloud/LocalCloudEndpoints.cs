using System.Text;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>Where a running local cloud answers: what it writes to <c>endpoints.json</c> and prints when it is ready.</summary>
/// <param name="ProcessId">The process that answers.</param>
/// <param name="Version">Module version id of the running program.</param>
/// <param name="Api">The AWS API endpoint.</param>
/// <param name="Registry">The OCI registry.</param>
/// <param name="Edge">The CloudFront edge.</param>
public sealed record LocalCloudEndpoints(int ProcessId, string Version, Uri Api, Uri Registry, Uri Edge)
{
    /// <summary>What the one who started it should know: ports that were taken, and which it has instead. Null when there is nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>What requests to <see cref="Api"/> are signed with. Null for one of an earlier version.</summary>
    [JsonIgnore]
    public LocalCloudAccessKey? AccessKey { get; init; }

    /// <summary>The same, for the clients of the SDK. The run hides its secret from here on: whoever has it, has a shell as this user.</summary>
    /// <exception cref="FairleadException">It is of an earlier version, which had no key.</exception>
    public AWSCredentials CreateCredentials()
    {
        var key = RequireAccessKey();
        SecretMask.Learn(key.SecretAccessKey);
        return new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey);
    }

    /// <summary>The same, for one who shows it to the user.</summary>
    /// <exception cref="FairleadException">As <see cref="CreateCredentials"/>.</exception>
    internal LocalCloudAccessKey RequireAccessKey() => AccessKey ?? throw new FairleadException(
        "The local cloud that runs has no access key.",
        "It was started by an earlier version, or its key has been deleted.",
        "Run ./build.sh StopLocalCloud and ./build.sh StartLocalCloud; it keeps its state.");

    internal const string ControlKeyHeader = "X-Fairlead-Key";

    /// <summary>What requests to <c>/_fairlead/*</c> carry: it is in a file that only the user who started the
    /// local cloud can read. Null for one of an earlier version.</summary>
    internal string? ControlKey { get; init; }

    internal HttpRequestMessage ControlRequest(HttpMethod method, string path) => ControlRequest(method, new Uri(Api, path), ControlKey);

    internal static HttpRequestMessage ControlRequest(HttpMethod method, Uri uri, string? key)
    {
        var request = new HttpRequestMessage(method, uri);
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(ControlKeyHeader, key);
        }

        return request;
    }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
