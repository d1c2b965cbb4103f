using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>What a run came to.</summary>
internal sealed record BuildResult(IReadOnlyList<ExecutableTarget> Plan, TimeSpan Total, bool IsFailed, bool IsCancelled);
