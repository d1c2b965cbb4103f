using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>What a stack is to be: a site bucket, a ledger bucket, a repository, a cluster with one
/// service behind a target group, and a distribution in front.</summary>
internal sealed partial record StackSpecification
{
    public string Name { get; set; } = "";

    public int ContainerPort { get; set; } = 8080;

    public string ServicePathPattern { get; set; } = "/api/*";

    public string HealthCheckPath { get; set; } = "/api/health";

    public Dictionary<string, string> Environment { get; set; } = [];

    /// <summary>Volume name → absolute path in the container.</summary>
    public Dictionary<string, string> Volumes { get; set; } = [];

    /// <exception cref="AwsServiceException">Something in it cannot be; the message says what.</exception>
    public void Validate()
    {
        if (!NamePattern().IsMatch(Name))
        {
            throw Invalid($"The stack's name '{Name}' must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter: bucket and "
                + $"repository names are made from it.");
        }

        if (ContainerPort is < 1 or > 65535)
        {
            throw Invalid($"The container port {ContainerPort} is not a TCP port.");
        }

        if (!HealthCheckPath.StartsWith('/') || !ServicePathPattern.StartsWith('/'))
        {
            throw Invalid("The health check path and the service's path pattern must begin with '/'.");
        }

        if (Volumes.FirstOrDefault(x => !x.Value.StartsWith('/') || x.Value.Contains("..", StringComparison.Ordinal)) is { Key: not null } volume)
        {
            throw Invalid($"Volume '{volume.Key}' must have an absolute path in the container, not '{volume.Value}'.");
        }
    }

    public bool IsSameAs(StackSpecification other)
        => this with { Environment = other.Environment, Volumes = other.Volumes } == other
            && Same(Environment, other.Environment)
            && Same(Volumes, other.Volumes);

    private static bool Same(Dictionary<string, string> left, Dictionary<string, string> right)
        => left.Count == right.Count && left.All(x => right.TryGetValue(x.Key, out var value) && value == x.Value);

    private static AwsServiceException Invalid(string message) => new("ValidationException", message);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
    private static partial Regex NamePattern();
}
