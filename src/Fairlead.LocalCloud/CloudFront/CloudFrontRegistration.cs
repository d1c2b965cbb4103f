using Fairlead.LocalCloud.CloudFront.Edge;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

internal static class CloudFrontRegistration
{
    public static void AddCloudFront(this IServiceCollection services)
    {
        services.AddSingleton<DistributionStore>();
        services.AddSingleton<IHostNames>(provider => provider.GetRequiredService<DistributionStore>());
        services.AddSingleton<IOriginPorts>(provider => provider.GetRequiredService<DistributionStore>());
        services.AddSingleton<InvalidationStore>();
        services.AddSingleton<ConfigurationStore>();
        services.AddSingleton<DistributionTags>();
        services.AddSingleton(new EdgeCache());
        services.AddSingleton<OriginClient>();
        services.AddSingleton<OriginFetcher>();
        services.AddSingleton<IAwsService, CloudFrontService>();
        services.AddSingleton<IEdgeEndpoint, EdgeEndpoint>();
    }
}
