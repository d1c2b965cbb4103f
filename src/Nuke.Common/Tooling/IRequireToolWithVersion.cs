namespace Nuke.Common.Tooling;

/// <summary>Like <see cref="IRequireTool"/>, with a version that matters.</summary>
public interface IRequireToolWithVersion;
