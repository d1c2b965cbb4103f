namespace Nuke.Common.Tooling;

/// <summary>The tool is in a package of the Debian family, which is installed when a target requires it.</summary>
public interface IRequireAptGetPackage : IRequireTool;
