namespace Nuke.Common.Tooling;

/// <summary>A tool that a target or member needs, as recorded from its definition.</summary>
public record ToolRequirement(string Name, string Version);
