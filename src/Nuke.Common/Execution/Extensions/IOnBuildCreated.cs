namespace Nuke.Common.Execution;

/// <summary>Called when the targets are known, before anything is printed.</summary>
public interface IOnBuildCreated : IBuildExtension
{
    void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets);
}
