namespace Nuke.Common.CI.GitHubActions;

/// <summary>How the checkout treats submodules.</summary>
public enum GitHubActionsSubmodules
{
    False,
    True,
    Recursive,
}
