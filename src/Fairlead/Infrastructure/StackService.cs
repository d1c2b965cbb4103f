using System.Text;
using Fairlead.Secrets;
using Fairlead.Services;

namespace Fairlead.Infrastructure;

/// <summary>A service of a stack.</summary>
/// <param name="Name">Its name, as the build has it: <c>api</c>.</param>
/// <param name="Host">Where it runs.</param>
public sealed record StackService(string Name, ServiceOutputs Host)
{
    /// <summary>What tells its host from others.</summary>
    public string Identity => $"{Host.Host}: {Host.Fingerprint}";

    /// <summary>CloudWatch log group of the service; null when the stack does not tell.</summary>
    public string? LogGroup { get; init; }

    /// <summary>ECR repository name; null when the service host takes no images.</summary>
    public string? RepositoryName { get; init; }

    /// <summary>Repository URI without a tag, as <c>docker push</c> wants it:
    /// <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/shop</c>; null when the service host takes no images.</summary>
    public string? RepositoryUri { get; init; }

    /// <summary>Identifier of the RDS instance that holds the service's data; null where there is none, or the stack does not tell.</summary>
    public string? DatabaseInstance { get; init; }

    /// <summary>Public URL of the service, without a trailing slash; null for one that is reached at the application's, or by nobody.</summary>
    public Uri? Url { get; init; }

    /// <summary>Path below its URL where the service says whether it is healthy: <c>/api/health</c>. Null for a worker, which nobody asks.</summary>
    public string? HealthCheckPath { get; init; }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
