namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>
/// What the local cloud's provisioner makes for a stack: a ledger bucket; for each service a repository, a log group and an ECS service; for each site a bucket
/// and a distribution. Without <see cref="Services"/> and <see cref="Sites"/> it is the service <c>api</c>, which the properties beside them describe, and the
/// site <c>web</c>. With one of them it is what they name, and nothing else.
/// </summary>
public sealed record LocalStackSpecification
{
    /// <summary>The stack's name; the names of its resources begin with it. Lower-case letters, digits and hyphens, 3 to 40 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Port that the service's container listens on.</summary>
    public int ContainerPort { get; init; } = 8080;

    /// <summary>Path pattern that the distribution sends to the service; everything else comes from the site bucket.</summary>
    public string ServicePathPattern { get; init; } = "/api/*";

    /// <summary>Path at which the load balancer asks the service whether it is healthy.</summary>
    public string HealthCheckPath { get; init; } = "/api/health";

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

    /// <summary>The services, where they are not the one that the properties above describe. Empty for a site alone.</summary>
    public IReadOnlyList<LocalService>? Services { get; init; }

    /// <summary>The sites, where they are not the one called <c>web</c>. Empty, or null beside <see cref="Services"/>, for services alone: then a distribution
    /// shows the services, and there is none in front of workers.</summary>
    public IReadOnlyList<LocalSite>? Sites { get; init; }
}
