using Fairlead.Releases;
using Fairlead.Services.Ecs;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>The outputs as the local cloud tells them: its service is always on its own ECS.</summary>
internal sealed record LocalStackOutputs(
    string Stack,
    string Region,
    string SiteBucket,
    string LedgerBucket,
    string LedgerPrefix,
    string DistributionId,
    Uri PublicUrl,
    string RepositoryName,
    string RepositoryUri,
    string ClusterName,
    string ServiceName,
    string ContainerName,
    string LogGroup,
    string HealthCheckPath)
{
    public StackOutputs ToStackOutputs() => new()
    {
        Stack = Stack,
        Region = Region,
        LedgerBucket = LedgerBucket,
        LedgerPrefix = LedgerPrefix,
        PublicUrl = PublicUrl,
        Services =
        [
            new StackService(PartNames.Service, new EcsServiceOutputs(ClusterName, ServiceName, ContainerName))
            {
                LogGroup = LogGroup,
                RepositoryName = RepositoryName,
                RepositoryUri = RepositoryUri,
                HealthCheckPath = HealthCheckPath,
            },
        ],
        Sites = [new StackSite(PartNames.Site, SiteBucket) { DistributionId = DistributionId }],
    };
}
