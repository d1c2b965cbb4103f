namespace Nuke.Common.Tooling;

/// <summary>A class of tool tasks that needs its tool.</summary>
public interface IRequireTool;
