namespace Nuke.Common.Tooling;

/// <summary>The tool is in an npm package, which is put under <c>.nuke/temp</c> when a target requires it.</summary>
public interface IRequireNpmPackage : IRequireTool, IRequireToolWithVersion;
