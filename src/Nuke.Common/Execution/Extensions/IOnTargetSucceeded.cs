namespace Nuke.Common.Execution;

/// <summary>Called after the actions of a target; calls never overlap.</summary>
public interface IOnTargetSucceeded : IBuildExtension
{
    void OnTargetSucceeded(ExecutableTarget target);
}
