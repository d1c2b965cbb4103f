namespace Nuke.Common.Tooling;

/// <summary>The tool is on PATH.</summary>
public interface IRequirePathTool : IRequireTool;
