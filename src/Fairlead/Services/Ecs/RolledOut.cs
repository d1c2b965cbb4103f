namespace Fairlead.Services.Ecs;

/// <summary>A rollout of this run that completed.</summary>
/// <param name="Release">The release id.</param>
/// <param name="Revision">ARN of its task definition.</param>
/// <param name="DeploymentId">The deployment that serves.</param>
/// <param name="At">When it was seen to be complete.</param>
/// <param name="Rollout">Has told its events.</param>
/// <param name="Stopped">Knows which tasks had stopped by then.</param>
internal sealed record RolledOut(string Release, string Revision, string DeploymentId, DateTimeOffset At, EcsRollout Rollout, StoppedTasks Stopped);
