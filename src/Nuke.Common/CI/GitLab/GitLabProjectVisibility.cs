namespace Nuke.Common.CI.GitLab;

/// <summary>Who can see a project.</summary>
public enum GitLabProjectVisibility
{
    Private,
    Internal,
    Public,
}
