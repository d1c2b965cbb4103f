namespace Nuke.Common.Tooling;

/// <summary>A NuGet package; without a version its latest.</summary>
internal sealed class NuGetPackageRequirement(string packageId, string version) : ToolRequirement
{
    public string PackageId => packageId;
    public string Version => version;
}
