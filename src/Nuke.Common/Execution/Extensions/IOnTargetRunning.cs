namespace Nuke.Common.Execution;

/// <summary>Called before the actions of a target; calls never overlap.</summary>
public interface IOnTargetRunning : IBuildExtension
{
    void OnTargetRunning(ExecutableTarget target);
}
