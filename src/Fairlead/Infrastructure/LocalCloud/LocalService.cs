namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>A service of a stack of the local cloud.</summary>
/// <param name="Name">As the build names the part: 1 to 20 lower-case letters, digits and hyphens. The names of its resources end with it, but for
/// <c>api</c>, whose resources are called as the stack.</param>
public sealed record LocalService(string Name)
{
    /// <summary>Port that the service's container listens on. Without meaning for a worker.</summary>
    public int ContainerPort { get; init; } = 8080;

    /// <summary>
    /// Path pattern that every distribution of the stack sends to the service, the services' patterns in their order. Null for a service that is not reached
    /// by a path of its own: a worker; or, in a stack without a site, the service that gets all that no pattern matches, which is the first that has
    /// a health check path.
    /// </summary>
    public string? PathPattern { get; init; }

    /// <summary>Path at which the load balancer asks the service whether it is healthy. Null for a worker: it has no load balancer and nobody asks it.</summary>
    public string? HealthCheckPath { get; init; }

    /// <summary>Environment of the service's container. Not for secrets: those stand in <see cref="Secrets"/>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Secrets in the environment of the service's container: variable → name of the parameter in Parameter Store that holds the value, or what else
    /// <c>valueFrom</c> of an ECS task definition may be. Null for none. The stack makes no value: put it with <c>aws ssm put-parameter</c>; while it is not
    /// there the stack cannot be made, and says so. Each start of a task reads it anew.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Secrets { get; init; }

    /// <summary>Directories of the container that outlive its tasks: volume name → absolute path in the container.</summary>
    public IReadOnlyDictionary<string, string> Volumes { get; init; } = new Dictionary<string, string>();
}
