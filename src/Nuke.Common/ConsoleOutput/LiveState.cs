namespace Nuke.Common.ConsoleOutput;

/// <summary>What the status area shows.</summary>
internal sealed record LiveState(IReadOnlyList<LiveTarget> Running, int Done, int Total, IReadOnlyList<string> Waiting, bool IsCancelled);

/// <summary>A running target in the status area.</summary>
internal sealed record LiveTarget(string Name, string Color, TimeSpan Elapsed, string Doing);
