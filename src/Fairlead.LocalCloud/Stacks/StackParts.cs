namespace Fairlead.LocalCloud.Stacks;

/// <summary>A service of a stack.</summary>
internal sealed record StackServicePart
{
    public string Name { get; set; } = "";

    public int ContainerPort { get; set; } = 8080;

    /// <summary>What the distributions send to the service; null for one that has no path of its own.</summary>
    public string? PathPattern { get; set; }

    /// <summary>Where the load balancer asks whether the service is healthy; null for a worker, which nobody asks.</summary>
    public string? HealthCheckPath { get; set; }

    public Dictionary<string, string> Environment { get; set; } = [];

    /// <summary>Environment variable → where its value comes from, as in <c>valueFrom</c> of a task definition.</summary>
    public Dictionary<string, string> Secrets { get; set; } = [];

    /// <summary>Volume name → absolute path in the container.</summary>
    public Dictionary<string, string> Volumes { get; set; } = [];

    public bool IsSameAs(StackServicePart other)
        => this with { Environment = other.Environment, Secrets = other.Secrets, Volumes = other.Volumes } == other
            && Same(Environment, other.Environment)
            && Same(Secrets, other.Secrets)
            && Same(Volumes, other.Volumes);

    private static bool Same(Dictionary<string, string> left, Dictionary<string, string> right)
        => left.Count == right.Count && left.All(x => right.TryGetValue(x.Key, out var value) && value == x.Value);
}

/// <summary>A site of a stack.</summary>
internal sealed record StackSitePart
{
    public string Name { get; set; } = "";
}
