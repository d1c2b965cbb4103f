namespace Nuke.Common.Tooling;

/// <summary>The tool is in a NuGet package, which is put under <c>.nuke/temp</c> when a target requires it.</summary>
public interface IRequireNuGetPackage : IRequireTool, IRequireToolWithVersion;
