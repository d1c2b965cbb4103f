namespace Fairlead.Services.Ecs;

/// <summary>A deployment that is followed.</summary>
/// <param name="DeploymentId">Its id among the service's <c>deployments</c>; what its tasks name as who started them.</param>
/// <param name="ServiceDeployment">Its ARN as a service deployment, where its strategy is not rolling and the endpoint knows such; else null.</param>
internal sealed record StartedRollout(string DeploymentId, string? ServiceDeployment = null);
