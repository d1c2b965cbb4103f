namespace Fairlead.Infrastructure;

/// <summary>A service on Amazon ECS.</summary>
/// <param name="ClusterName">ECS cluster name.</param>
/// <param name="ServiceName">ECS service name.</param>
/// <param name="ContainerName">Name of the container in the task definition that runs the service's image.</param>
public sealed record EcsServiceOutputs(string ClusterName, string ServiceName, string ContainerName) : ServiceOutputs
{
    /// <summary>The value of the output <c>service_host</c> for this kind.</summary>
    public const string HostName = "ecs";

    public override string Host => HostName;
}
