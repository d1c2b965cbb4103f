namespace Nuke.Common.Tooling;

/// <summary>A package of the Debian family.</summary>
public class AptGetPackageRequirement(string packageId) : ToolRequirement
{
    public string PackageId { get; init; } = packageId;
}
