namespace Nuke.Common.Execution;

/// <summary>A switch as --help shows it.</summary>
internal sealed record BuildSwitch(string Name, string Description);
