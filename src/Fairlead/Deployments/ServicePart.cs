namespace Fairlead.Deployments;

/// <summary>A service that a release consists of, as the build made it.</summary>
/// <param name="Name">As the stack's outputs name it; the name does not matter where build and stack have one service each.</param>
public sealed record ServicePart(string Name)
{
    /// <summary>OCI image layout that DockerImage left; null for a service that unpacks an archive.</summary>
    public string? ImageDirectory { get; init; }

    /// <summary>For a service on EC2 instances: the <c>.tar.gz</c> that they unpack as the release.</summary>
    public string? Archive { get; init; }

    /// <summary>Further environment of the service's container. Not for secrets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the image's entry point is given to migrate, in place of the image's own command, as in ECS and Docker. Empty for a service without
    /// migrations.</summary>
    public IReadOnlyList<string> MigrateCommand { get; init; } = [];
}
