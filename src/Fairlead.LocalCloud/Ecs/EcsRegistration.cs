using Fairlead.LocalCloud.Ecs.Docker;
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
        services.AddSingleton<ContainerSecrets>();
        services.AddSingleton<TaskRunner>();
        services.AddSingleton<ServiceScheduler>();
        services.AddSingleton<EcsServices>();
        services.AddSingleton<ServiceDeployments>();
        services.AddSingleton<EcsTasks>();
        services.AddSingleton<EcsTags>();
        services.AddSingleton<ImageStore>();
        services.AddSingleton<TaskRoles>();
        services.AddSingleton<IControlEndpoint, TaskCredentialsEndpoint>();
        services.AddSingleton<HostProcessTaskRuntime>();
        services.AddSingleton(_ => new DockerEngine(Environment.GetEnvironmentVariable("DOCKER_HOST")));
        services.AddSingleton<PulledImages>();
        services.AddSingleton<DockerTaskRuntime>();
        services.AddSingleton<ITaskRuntime, TaskRuntimes>();
        services.AddSingleton<IAwsService, EcsService>();
        services.AddHostedService<EcsHost>();
    }
}
