namespace Nuke.Common.Execution;

/// <summary>Called for a target that is skipped; calls never overlap.</summary>
public interface IOnTargetSkipped : IBuildExtension
{
    void OnTargetSkipped(ExecutableTarget target);
}
