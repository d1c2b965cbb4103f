namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A trigger with details.</summary>
public abstract class GitHubActionsDetailedTrigger : ConfigurationEntity;
