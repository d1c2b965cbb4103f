namespace Nuke.Components.GitHub;

/// <summary>What a file of a release needs.</summary>
internal enum GitHubAssetStep
{
    Upload,

    /// <summary>Delete what is there, then upload.</summary>
    Replace,

    /// <summary>It is there.</summary>
    Keep,

    /// <summary>Another content is published under the name.</summary>
    Refuse,
}
