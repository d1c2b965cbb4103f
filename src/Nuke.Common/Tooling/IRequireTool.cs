namespace Nuke.Common.Tooling;

/// <summary>A class of tool tasks that needs its tool.</summary>
public interface IRequireTool;

/// <summary>Like <see cref="IRequireTool"/>, with a version that matters.</summary>
public interface IRequireToolWithVersion;

/// <summary>The tool is on PATH.</summary>
public interface IRequirePathTool : IRequireTool;
