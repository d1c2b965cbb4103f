using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Tooling;

// What a push leaves out because its content has not changed runs once a day: the world outside the repository changes too.
[GitHubActions(
    "nightly",
    GitHubActionsImage.UbuntuLatest,
    OnCronSchedule = "17 2 * * *",
    InvokedTargets = [nameof(TestEverything)],
    ReadPermissions = [GitHubActionsPermissions.Contents],
    CacheIncludePatterns = ["~/.nuget/packages", "~/.npm"],
    CacheKeyFiles = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props", "**/package-lock.json"],
    PublishCondition = "always()",
    TimeoutMinutes = 90)]
partial class Build
{
    Target TestEverything => _ => _
        .Description("Installs what the integration tests need, on Debian and Ubuntu, and runs all tests with the cycles of all stacks: .ci/run --all-stacks")
        .Produces(IntegrationTestResultDirectory / "*.trx")
        .Executes(() => ProcessTasks.StartProcess(RootDirectory / ".ci" / "run", "--all-stacks", RootDirectory).AssertZeroExitCode());
}
