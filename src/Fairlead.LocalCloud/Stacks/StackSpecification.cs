using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.CloudFront.Edge;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// What a stack is to be: a ledger bucket, a bucket and a distribution for each site, a repository and a service for each service. The short form, without
/// lists, is the service <c>api</c> and the site <c>web</c>. Those two have the names of the short form in the long one as well, so that a stack which gets
/// further parts keeps what it has; all others are called by stack and part.
/// </summary>
internal sealed partial record StackSpecification
{
    private const string Service = "api";
    private const string Site = "web";

    /// <summary>Buckets of the stack that are not made from the name of a site.</summary>
    private static readonly string[] TakenBuckets = ["site", "ledger"];

    public string Name { get; set; } = "";

    /// <summary>Of the short form, as all that follow up to the lists.</summary>
    public int ContainerPort { get; set; } = 8080;

    public string ServicePathPattern { get; set; } = "/api/*";

    public string HealthCheckPath { get; set; } = "/api/health";

    public Dictionary<string, string> Environment { get; set; } = [];

    /// <summary>Environment variable → where its value comes from, as in <c>valueFrom</c> of a task definition.</summary>
    public Dictionary<string, string> Secrets { get; set; } = [];

    /// <summary>Volume name → absolute path in the container.</summary>
    public Dictionary<string, string> Volumes { get; set; } = [];

    /// <summary>The services; null together with <see cref="Sites"/> for the short form.</summary>
    public List<StackServicePart>? Services { get; set; }

    /// <summary>The sites; null together with <see cref="Services"/> for the short form.</summary>
    public List<StackSitePart>? Sites { get; set; }

    private bool IsShort => Services is null && Sites is null;

    public IReadOnlyList<StackServicePart> ServiceParts() => !IsShort ? Services ?? []
        :
        [
            new StackServicePart
            {
                Name = Service,
                ContainerPort = ContainerPort,
                PathPattern = ServicePathPattern,
                HealthCheckPath = HealthCheckPath,
                Environment = Environment,
                Secrets = Secrets,
                Volumes = Volumes,
            },
        ];

    public IReadOnlyList<StackSitePart> SiteParts() => IsShort ? [new StackSitePart { Name = Site }] : Sites ?? [];

    /// <summary>Of repository, service, task definition and target group.</summary>
    public string NameOf(StackServicePart service) => service.Name == Service ? Name : $"{Name}-{service.Name}";

    public string BucketOf(StackSitePart site) => site.Name == Site ? $"{Name}-site" : $"{Name}-{site.Name}";

    public string LedgerBucket() => $"{Name}-ledger";

    public string LogGroupOf(StackServicePart service) => $"/ecs/{NameOf(service)}";

    /// <summary>Names of the distributions: one for each site. Without a site one for the services, if anybody asks them at all.</summary>
    public IReadOnlyList<(string Name, StackSitePart? Site)> Distributions()
        => SiteParts() is { Count: > 0 } sites ? [.. sites.Select(x => (x.Name == Site ? Name : $"{Name}-{x.Name}", x))]
            : DefaultService() is not null ? [(Name, null)]
            : [];

    /// <summary>What a distribution without a site shows at every path that is no other service's; null with a site, or when nobody asks the services.</summary>
    public StackServicePart? DefaultService() => SiteParts().Count > 0 ? null : ServiceParts().FirstOrDefault(x => x.HealthCheckPath is not null);

    /// <summary>Whether the public URL leads to the service at its health check path.</summary>
    public bool IsAskedForHealth(StackServicePart service) => service.HealthCheckPath is { } path && Reached(path)?.Name == service.Name;

    private StackServicePart? Reached(string path)
        => ServiceParts().FirstOrDefault(x => x.PathPattern is { } pattern && PathPattern.Matches(pattern, path)) ?? DefaultService();

    /// <exception cref="AwsServiceException">Something in it cannot be; the message says what.</exception>
    public void Validate()
    {
        if (!NamePattern().IsMatch(Name))
        {
            throw Invalid($"The stack's name '{Name}' must be 3 to 40 lower-case letters, digits and hyphens, beginning with a letter: bucket and "
                + $"repository names are made from it.");
        }

        if (HasNull(Services) || HasNull(Sites)
            || ServiceParts().Any(x => HasNull(x.Environment.Values) || HasNull(x.Secrets.Values) || HasNull(x.Volumes.Values)))
        {
            throw Invalid("A service, a site, or a value of environment, secrets or volumes is null; leave it out.");
        }

        var usual = new StackSpecification();
        if (!IsShort
            && (ContainerPort, ServicePathPattern, HealthCheckPath, Environment.Count, Secrets.Count, Volumes.Count)
                != (usual.ContainerPort, usual.ServicePathPattern, usual.HealthCheckPath, 0, 0, 0))
        {
            throw Invalid("A stack with a list of services or sites says port, paths, environment, secrets and volumes in its services, not beside them.");
        }

        var (services, sites) = (ServiceParts(), SiteParts());
        if (services.Count + sites.Count == 0)
        {
            throw Invalid("The stack has neither a service nor a site.");
        }

        ValidateNames([.. services.Select(x => x.Name), .. sites.Select(x => x.Name)]);
        if (sites.FirstOrDefault(x => TakenBuckets.Contains(x.Name)) is { } taken)
        {
            throw Invalid($"A site cannot be called '{taken.Name}': the bucket {BucketOf(taken)} is for something else.");
        }

        foreach (var service in services)
        {
            Validate(service);
        }

        if (services.Where(x => x.PathPattern is not null).GroupBy(x => x.PathPattern).FirstOrDefault(x => x.Count() > 1) is { } twice)
        {
            throw Invalid($"The path pattern '{twice.Key}' is of the services {string.Join(" and ", twice.Select(x => x.Name))}; it can lead to one only.");
        }
    }

    public bool IsSameAs(StackSpecification other)
        => Name == other.Name
            && ServiceParts().Count == other.ServiceParts().Count
            && ServiceParts().Zip(other.ServiceParts()).All(x => x.First.IsSameAs(x.Second))
            && SiteParts().SequenceEqual(other.SiteParts());

    private static void ValidateNames(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(x => !PartPattern().IsMatch(x)) is { } name)
        {
            throw Invalid($"The name '{name}' of a service or site must be 1 to 20 lower-case letters, digits and hyphens, beginning with a letter: the names "
                + "of its resources are made from it.");
        }

        if (names.GroupBy(x => x).FirstOrDefault(x => x.Count() > 1) is { } twice)
        {
            throw Invalid($"Two parts of the stack are called '{twice.Key}'; each needs a name of its own.");
        }
    }

    private static void Validate(StackServicePart service)
    {
        if (service.ContainerPort is < 1 or > 65535)
        {
            throw Invalid($"The container port {service.ContainerPort} of {service.Name} is not a TCP port.");
        }

        if (service.HealthCheckPath is { } health && !health.StartsWith('/') || service.PathPattern is { } pattern && !pattern.StartsWith('/'))
        {
            throw Invalid($"The health check path and the path pattern of {service.Name} must begin with '/'.");
        }

        if (service.PathPattern is { Length: > PathPattern.Longest } endless)
        {
            throw Invalid($"The path pattern of {service.Name} has {endless.Length} characters; CloudFront takes {PathPattern.Longest}.");
        }

        if (service is { PathPattern: not null, HealthCheckPath: null })
        {
            throw Invalid($"{service.Name} is reached at {service.PathPattern} and has no health check path: the load balancer would not know where to ask.");
        }

        if (service.Secrets.FirstOrDefault(x => x.Key.Length == 0 || x.Value.Length == 0) is { Key: not null } unnamed)
        {
            throw Invalid($"The secret '{unnamed.Key}' of {service.Name} needs a variable to stand in, and the parameter that its value comes from.");
        }

        if (service.Secrets.Keys.FirstOrDefault(service.Environment.ContainsKey) is { } both)
        {
            throw Invalid($"{service.Name} has '{both}' in its environment and in its secrets: leave it in one of them.");
        }

        if (service.Volumes.FirstOrDefault(x => !x.Value.StartsWith('/') || x.Value.Contains("..", StringComparison.Ordinal)) is { Key: not null } volume)
        {
            throw Invalid($"Volume '{volume.Key}' must have an absolute path in the container, not '{volume.Value}'.");
        }
    }

    // The serializer keeps null out of members, and lets it into lists and dictionaries.
    private static bool HasNull<T>(IEnumerable<T>? items) => items?.Any(x => x is null) == true;

    private static AwsServiceException Invalid(string message) => new("ValidationException", message);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$")]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?$")]
    private static partial Regex PartPattern();
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StackSpecification))]
internal sealed partial class StackSpecificationJson : JsonSerializerContext;
