namespace Fairlead.Services;

/// <summary>What a service host says of the service.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Revision">Revision that is wanted.</param>
/// <param name="ImageUri">Image of that revision.</param>
/// <param name="ReleaseId">Release id stamped on that revision; null if none.</param>
/// <param name="Commit">Commit stamped on that revision; null if none.</param>
/// <param name="DesiredCount">Number of copies wanted.</param>
/// <param name="RunningCount">Number of copies running.</param>
/// <param name="Rollout">State of the newest rollout, in the host's own word.</param>
public sealed record ServiceStatus(
    string Service,
    string? Revision,
    string? ImageUri,
    string? ReleaseId,
    string? Commit,
    int DesiredCount,
    int RunningCount,
    string? Rollout);
