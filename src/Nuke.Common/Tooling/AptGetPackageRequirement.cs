namespace Nuke.Common.Tooling;

internal sealed class AptGetPackageRequirement(string packageId) : ToolRequirement
{
    public string PackageId => packageId;
}
