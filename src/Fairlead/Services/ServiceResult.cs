using Fairlead.Releases;

namespace Fairlead.Services;

/// <summary>How a rollout ended.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Revision">The service revision that serves now, as it was read back (on ECS a task definition's ARN); null when none does.</param>
public sealed record ServiceResult(Outcome Outcome, string? Revision);
