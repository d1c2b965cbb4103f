using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Logs;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>The list of what this cloud is made of; each service registers itself in its own folder.</summary>
internal static class LocalCloudServices
{
    public static void Add(IServiceCollection services)
    {
        LogsRegistration.Add(services);
        EcrRegistration.Add(services);
        LoadBalancingRegistration.Add(services);
        EcsRegistration.Add(services);
    }
}
