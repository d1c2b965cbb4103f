using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

internal static class EcsRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<EcsTiming>();
        services.AddSingleton<EcsStore>();
        services.AddSingleton<EcsClusters>();
        services.AddSingleton<TaskDefinitions>();
        services.AddSingleton<TaskStarter>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<ServiceScheduler>();
        services.AddSingleton<EcsServices>();
        services.AddSingleton<EcsTasks>();
        services.AddSingleton<ImageStore>();
        services.AddSingleton<ITaskRuntime, HostProcessTaskRuntime>();
        services.AddSingleton<IAwsService, EcsService>();
        services.AddHostedService<EcsHost>();
    }
}
