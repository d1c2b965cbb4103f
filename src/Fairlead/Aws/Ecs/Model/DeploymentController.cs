namespace Amazon.ECS.Model;

/// <summary>Who carries out deployments of a service.</summary>
public sealed class DeploymentController
{
    public DeploymentControllerType? Type { get; set; }
}
