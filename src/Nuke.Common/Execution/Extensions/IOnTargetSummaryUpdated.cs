namespace Nuke.Common.Execution;

/// <summary>Called when a target reported a summary pair.</summary>
public interface IOnTargetSummaryUpdated : IBuildExtension
{
    void OnTargetSummaryUpdated(INukeBuild build, ExecutableTarget target);
}
