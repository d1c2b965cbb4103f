using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.LoadBalancing;

internal static class LoadBalancingRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<TargetGroupTiming>();
        services.AddSingleton<IHealthProbe, HttpHealthProbe>();
        services.AddSingleton<TargetGroups>();
        services.AddHostedService(provider => provider.GetRequiredService<TargetGroups>());
        services.AddSingleton<IAwsService, ElbService>();
    }
}
