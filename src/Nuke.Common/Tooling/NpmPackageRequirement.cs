namespace Nuke.Common.Tooling;

/// <summary>An npm package; without a version its latest.</summary>
internal sealed class NpmPackageRequirement(string packageId, string version) : ToolRequirement
{
    public string PackageId => packageId;
    public string Version => version;
}
