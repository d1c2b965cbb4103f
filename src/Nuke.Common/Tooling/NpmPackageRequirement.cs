namespace Nuke.Common.Tooling;

/// <summary>An npm package.</summary>
public class NpmPackageRequirement(string packageId, string? version = null) : ToolRequirement
{
    public string PackageId { get; init; } = packageId;

    /// <summary>null: the latest.</summary>
    public string? Version { get; init; } = version;
}
