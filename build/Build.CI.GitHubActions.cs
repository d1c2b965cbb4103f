using Fairlead.Components;
using Nuke.Common.CI.GitHubActions;

[GitHubActions(
    "ci",
    GitHubActionsImage.UbuntuLatest,
    On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest],
    InvokedTargets = [nameof(IDeploy.Deploy)],
    ReadPermissions = [GitHubActionsPermissions.Contents],
    CacheIncludePatterns = ["~/.nuget/packages", "~/.npm"],
    CacheKeyFiles = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props", "**/package-lock.json"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
partial class Build;
