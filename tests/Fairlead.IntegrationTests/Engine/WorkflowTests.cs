using Nuke.Common;
using Nuke.Common.CI.GitHubActions;

namespace Fairlead.IntegrationTests.Engine;

/// <summary>What the engine generates, read by validators of GitHub's workflow files.</summary>
[Trait("Category", "Integration")]
public sealed class WorkflowTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fairlead-workflows-");
    private readonly BuildInProcess _run = new();

    public void Dispose()
    {
        _run.Dispose();
        _directory.Delete(recursive: true);
    }

    [GitHubActions(
        "short",
        GitHubActionsImage.UbuntuLatest,
        On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest, GitHubActionsTrigger.WorkflowDispatch],
        InvokedTargets = ["Test"])]
    [GitHubActions(
        "full one",
        GitHubActionsImage.UbuntuLatest,
        GitHubActionsImage.Ubuntu2404,
        GitHubActionsImage.WindowsServer2022,
        GitHubActionsImage.MacOs14,
        GitHubActionsImage.SelfHosted,
        OnPushBranches = ["main", "release/*", "v1.0"],
        OnPushTags = ["v*", "[0-9]+.x"],
        OnPushIncludePaths = ["src/**"],
        OnPushExcludePaths = ["docs/**"],
        OnPullRequestBranches = ["main", "2024"],
        OnPullRequestIncludePaths = ["it's here"],
        OnWorkflowDispatchOptionalInputs = ["LogLevel"],
        OnWorkflowDispatchRequiredInputs = ["NuGetVersion"],
        OnCronSchedule = "0 3 * * *",
        WritePermissions =
        [
            GitHubActionsPermissions.Actions, GitHubActionsPermissions.Checks, GitHubActionsPermissions.Contents, GitHubActionsPermissions.Deployments,
            GitHubActionsPermissions.IdToken, GitHubActionsPermissions.Issues, GitHubActionsPermissions.Discussions,
        ],
        ReadPermissions =
        [
            GitHubActionsPermissions.Packages, GitHubActionsPermissions.Pages, GitHubActionsPermissions.PullRequests,
            GitHubActionsPermissions.RepositoryProjects, GitHubActionsPermissions.SecurityEvents, GitHubActionsPermissions.Statuses,
        ],
        ConcurrencyCancelInProgress = true,
        JobConcurrencyGroup = "deploy-${{ github.ref }}",
        JobConcurrencyCancelInProgress = true,
        TimeoutMinutes = 20,
        EnvironmentName = "prod",
        EnvironmentUrl = "https://example.com",
        Submodules = GitHubActionsSubmodules.Recursive,
        Lfs = true,
        FetchDepth = 0,
        Progress = false,
        Filter = "tree:0",
        CacheExcludePatterns = ["~/.nuget/packages/own"],
        ImportSecrets = ["ApiKey", "NuGetApiKey"],
        EnableGitHubToken = true,
        PublishCondition = "!cancelled()",
        InvokedTargets = ["Test", "Pack"])]
    [GitHubActions(
        "ignoring",
        GitHubActionsImage.WindowsLatest,
        OnPushBranchesIgnore = ["wip/**"],
        OnPushTagsIgnore = ["nightly-?"],
        EnvironmentName = "staging",
        ConcurrencyGroup = "one at a time",
        PublishCondition = "success() || failure()",
        CacheKeyFiles = [],
        InvokedTargets = ["Pack"])]
    private sealed class Generated : NukeBuild
    {
        private Target Test => _ => _.Produces(RootDirectory / "artifacts" / "test-results" / "*.trx").Executes(() => { });
        private Target Pack => _ => _.DependsOn(Test).Produces(RootDirectory / "artifacts" / "*.nupkg", RootDirectory / "report.html").Executes(() => { });
    }

    [ToolFact("node", "npm")]
    public async Task Generated_workflows_are_what_GitHub_reads()
    {
        _run.Write("build.cmd", "");
        _run.Run<Generated>("Test").ExitCode.ShouldBe(0, _run.Output);
        var files = Directory.GetFiles(Path.Combine(_run.Root, ".github", "workflows"));
        files.Length.ShouldBe(3);
        string[] all = [.. files, Repository.PathOf(".github", "workflows", "ci.yml"), Repository.PathOf(".github", "workflows", "nightly.yml")];

        (await FindingsAsync(all)).ShouldBe("");
    }

    [ToolFact("node", "npm")]
    public async Task The_validators_find_what_is_wrong()
    {
        var file = Path.Combine(_directory.FullName, "wrong.yml");
        await File.WriteAllTextAsync(file, """
            name: wrong
            on: [push]
            jobs:
              build:
                runs-on: ubuntu-latest
                needs: [gone]
                steps:
                  - rum: ./build.cmd
            """);

        var findings = await FindingsAsync([file]);

        findings.ShouldContain("""wrong.yml 4 job "build" needs job "gone" which does not exist""");
        findings.ShouldContain("wrong.yml 8 Unexpected value 'rum'");
    }

    private async Task<string> FindingsAsync(string[] files)
    {
        foreach (var file in new[] { "package.json", "package-lock.json", "lint.mjs" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Engine", "Workflows", file), Path.Combine(_directory.FullName, file));
        }

        var install = await BuildRun.ProcessAsync(_directory.FullName, "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        install.ExitCode.ShouldBe(0, install.Output);
        var lint = await BuildRun.ProcessAsync(_directory.FullName, "node", ["lint.mjs", .. files]);
        lint.ExitCode.ShouldBe(0, lint.Output);
        return lint.Output.Trim();
    }
}
