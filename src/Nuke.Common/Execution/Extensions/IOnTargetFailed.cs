namespace Nuke.Common.Execution;

/// <summary>Called after a target failed; calls never overlap.</summary>
public interface IOnTargetFailed : IBuildExtension
{
    void OnTargetFailed(ExecutableTarget target);
}
