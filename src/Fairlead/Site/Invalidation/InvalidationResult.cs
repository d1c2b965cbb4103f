using Fairlead.Releases;

namespace Fairlead.Site.Invalidation;

/// <param name="Outcome">Unchanged when there was nothing to invalidate.</param>
/// <param name="InvalidationId">Null when there was nothing to invalidate.</param>
/// <param name="Paths">What the edge has forgotten.</param>
/// <param name="Duration">From asking to <c>Completed</c>.</param>
public sealed record InvalidationResult(Outcome Outcome, string? InvalidationId, IReadOnlyList<string> Paths, TimeSpan Duration);
