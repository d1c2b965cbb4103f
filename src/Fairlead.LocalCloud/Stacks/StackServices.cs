using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Stacks;

internal static class StackServices
{
    public static void AddStacks(this IServiceCollection services)
    {
        services.AddSingleton<ServiceResource>();
        services.AddSingleton<SiteAccess>();
        services.AddSingleton<StackProvisioner>();
        services.AddSingleton<IControlEndpoint, StackEndpoint>();
    }
}
