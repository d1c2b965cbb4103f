using Fairlead.Components.Reporting;
using Fairlead.Infrastructure;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using Fairlead.Services.Ec2;
using Fairlead.Services.Ecs;
using Nuke.Common.IO;

namespace Fairlead.Components.Deployments;

/// <summary>The service host that a place's stack outputs name.</summary>
internal static class ServiceHosts
{
    /// <param name="place">The place.</param>
    /// <param name="archive">The release as instances unpack it; only they need it.</param>
    public static IServiceHost Of(DeploymentPlace place, AbsolutePath? archive) => place.Outputs.Service switch
    {
        EcsServiceOutputs ecs => new EcsServiceHost(
            place.Aws,
            new EcsServiceOptions { Cluster = ecs.ClusterName, Service = ecs.ServiceName, Container = ecs.ContainerName },
            LogReporter.Instance,
            TimeProvider.System),
        AppRunnerServiceOutputs appRunner => new AppRunnerServiceHost(
            place.Aws,
            new AppRunnerServiceOptions { ServiceArn = appRunner.ServiceArn, ImageRoleArn = appRunner.ImageRoleArn },
            LogReporter.Instance,
            TimeProvider.System),
        Ec2ServiceOutputs ec2 => new Ec2ServiceHost(
            place.Aws,
            new Ec2ServiceOptions
            {
                ReleaseBucket = ec2.ReleaseBucket,
                ReleasePrefix = ec2.ReleasePrefix,
                InstanceTagKey = ec2.InstanceTagKey,
                InstanceTagValue = ec2.InstanceTagValue,
                Archive = archive is null ? null : (string)archive,
            },
            LogReporter.Instance,
            TimeProvider.System),
        var other => throw new InvalidOperationException($"There is no service host for {other.Host}."),
    };
}
