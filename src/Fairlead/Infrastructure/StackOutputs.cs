namespace Fairlead.Infrastructure;

/// <summary>The typed values that a stack hands to the later targets. Read from <c>terraform output -json</c>, or from the local provisioner.</summary>
public sealed record StackOutputs
{
    /// <summary>The stack's name: <c>storefront</c>.</summary>
    public required string Stack { get; init; }

    /// <summary>AWS region of everything below.</summary>
    public required string Region { get; init; }

    /// <summary>Bucket that holds the static site, and nothing else.</summary>
    public required string SiteBucket { get; init; }

    /// <summary>Bucket that holds the ledger. May be the site's only if <see cref="LedgerPrefix"/> is not reachable through the distribution.</summary>
    public required string LedgerBucket { get; init; }

    /// <summary>Key prefix of the ledger, without a slash at either end.</summary>
    public required string LedgerPrefix { get; init; }

    /// <summary>Id of the CloudFront distribution in front of site and service.</summary>
    public required string DistributionId { get; init; }

    /// <summary>Public URL of the application, without a trailing slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>ECR repository name.</summary>
    public required string RepositoryName { get; init; }

    /// <summary>Repository URI without a tag, as <c>docker push</c> wants it: <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/shop</c>.</summary>
    public required string RepositoryUri { get; init; }

    /// <summary>ECS cluster name.</summary>
    public required string ClusterName { get; init; }

    /// <summary>ECS service name.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Name of the container in the task definition that runs the service's image.</summary>
    public required string ContainerName { get; init; }

    /// <summary>CloudWatch log group of the service's containers.</summary>
    public required string LogGroup { get; init; }

    /// <summary>Path below <see cref="PublicUrl"/> where the service says whether it is healthy: <c>/api/health</c>.</summary>
    public required string HealthCheckPath { get; init; }
}
