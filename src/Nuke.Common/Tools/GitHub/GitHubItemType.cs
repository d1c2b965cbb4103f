namespace Nuke.Common.Tools.GitHub;

/// <summary>What a path of a repository is.</summary>
public enum GitHubItemType
{
    /// <summary>What it is in the local directory.</summary>
    Automatic,
    File,
    Directory,
}
