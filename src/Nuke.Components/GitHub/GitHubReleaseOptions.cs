namespace Nuke.Components.GitHub;

/// <summary>The release to create.</summary>
/// <param name="Owner">Of the repository.</param>
/// <param name="Repository">Its name.</param>
/// <param name="Name">Of the release and of its tag. A tag that does not exist is put on the default branch.</param>
/// <param name="Notes">Markdown.</param>
/// <param name="IsDraft">Whether only those who may write see it.</param>
/// <param name="IsPrerelease">Whether it is not the latest one.</param>
internal sealed record GitHubReleaseOptions(string Owner, string Repository, string Name, string Notes, bool IsDraft, bool IsPrerelease);
