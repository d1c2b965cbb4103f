namespace Nuke.Common.CI.GitHubActions;

/// <summary>Events of the short form of 'on'.</summary>
public enum GitHubActionsTrigger
{
    Push,
    PullRequest,
    WorkflowDispatch,
}
