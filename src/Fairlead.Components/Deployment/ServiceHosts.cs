using Fairlead.Components.Reporting;
using Fairlead.Infrastructure;
using Fairlead.Services;
using Fairlead.Services.Ecs;

namespace Fairlead.Components;

/// <summary>The service host that a place's stack outputs name.</summary>
internal static class ServiceHosts
{
    /// <exception cref="FairleadException">This version cannot deploy to such a host.</exception>
    public static IServiceHost Of(DeploymentPlace place) => place.Outputs.Service switch
    {
        EcsServiceOutputs ecs => new EcsServiceHost(
            place.Aws,
            new EcsServiceOptions { Cluster = ecs.ClusterName, Service = ecs.ServiceName, Container = ecs.ContainerName },
            LogReporter.Instance,
            TimeProvider.System),
        var other => throw new FairleadException(
            $"The service of stack {place.Outputs.Stack} cannot be deployed.",
            $"Its service_host is {other.Host}, and this version deploys to {EcsServiceOutputs.HostName} only.",
            "Choose another profile, or give the stack a service on ECS."),
    };
}
