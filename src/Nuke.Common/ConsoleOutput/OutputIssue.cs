namespace Nuke.Common.ConsoleOutput;

/// <summary>A warning or error that is repeated at the end of the run.</summary>
internal sealed record OutputIssue(bool IsError, string? Target, string Text);
