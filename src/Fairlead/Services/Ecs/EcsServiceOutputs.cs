namespace Fairlead.Services.Ecs;

/// <summary>A service on Amazon ECS.</summary>
/// <param name="ClusterName">ECS cluster name.</param>
/// <param name="ServiceName">ECS service name.</param>
/// <param name="ContainerName">Name of the container in the task definition that runs the service's image.</param>
public sealed record EcsServiceOutputs(string ClusterName, string ServiceName, string ContainerName) : ServiceOutputs
{
    /// <summary>The value of the output <c>service_host</c> for this kind.</summary>
    public const string HostName = "ecs";

    public override string Host => HostName;

    public override IReadOnlyList<(string Name, string? Value)> Fields
        => [("cluster_name", ClusterName), ("service_name", ServiceName), ("container_name", ContainerName)];

    public override string Fingerprint => $"ClusterName = {ClusterName}, ServiceName = {ServiceName}, ContainerName = {ContainerName}";

    public static EcsServiceOutputs Read(IOutputValues values)
        => new(values.Required("cluster_name"), values.Required("service_name"), values.Required("container_name"));

    public override IServiceHost CreateHost(ServiceHostSettings settings) => new EcsServiceHost(
        settings.Aws,
        new EcsServiceOptions
        {
            Cluster = ClusterName,
            Service = ServiceName,
            Container = ContainerName,
            RolloutTimeout = settings.RolloutTimeout,
            MigrationTimeout = settings.MigrationTimeout,
            HasForeignRegistry = settings.HasForeignRegistry,
            MinimumHealthyTime = settings.MinimumHealthyTime,
            HealthCheckGracePeriod = settings.HealthCheckGracePeriod,
        },
        settings.Reporter,
        settings.Time);
}
