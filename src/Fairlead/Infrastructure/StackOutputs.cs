namespace Fairlead.Infrastructure;

/// <summary>The typed values that a stack hands to the later targets. Read from <c>terraform output
/// -json</c>, from a file, or from the local provisioner.</summary>
public sealed record StackOutputs
{
    /// <summary>The stack's name: <c>shop</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>AWS region of everything below.</summary>
    public required string Region { get; init; }

    /// <summary>Bucket that holds the static site, and nothing else.</summary>
    public required string SiteBucket { get; init; }

    /// <summary>Bucket that holds the ledger. May be the site's only if <see cref="LedgerPrefix"/> is not reachable through the distribution.</summary>
    public required string LedgerBucket { get; init; }

    /// <summary>Key prefix of the ledger, without a slash at either end.</summary>
    public required string LedgerPrefix { get; init; }

    /// <summary>Id of the CloudFront distribution in front of site and service; null when nothing is cached in front of them.</summary>
    public string? DistributionId { get; init; }

    /// <summary>Public URL of the application, without a trailing slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>ECR repository name; null when the service host takes no images.</summary>
    public string? RepositoryName { get; init; }

    /// <summary>Repository URI without a tag, as <c>docker push</c> wants it:
    /// <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/shop</c>; null when the service host takes no images.</summary>
    public string? RepositoryUri { get; init; }

    /// <summary>Where the service runs.</summary>
    public required ServiceOutputs Service { get; init; }

    /// <summary>CloudWatch log group of the service.</summary>
    public required string LogGroup { get; init; }

    /// <summary>Path below <see cref="PublicUrl"/> where the service says whether it is healthy: <c>/api/health</c>.</summary>
    public required string HealthCheckPath { get; init; }
}
