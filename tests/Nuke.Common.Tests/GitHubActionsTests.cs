using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;

namespace Nuke.Common.Tests;

public sealed class GitHubActionsTests
{
    [GitHubActions(
        "ci",
        GitHubActionsImage.UbuntuLatest,
        GitHubActionsImage.Ubuntu2204,
        OnPushBranches = ["main", "release/*"],
        OnPushExcludePaths = ["docs/**"],
        OnPullRequestBranches = ["main"],
        OnWorkflowDispatchOptionalInputs = ["Configuration"],
        OnCronSchedule = "0 3 * * *",
        WritePermissions = [GitHubActionsPermissions.Contents, GitHubActionsPermissions.IdToken],
        ReadPermissions = [GitHubActionsPermissions.Packages],
        ConcurrencyCancelInProgress = true,
        JobConcurrencyGroup = "jobs",
        TimeoutMinutes = 20,
        EnvironmentName = "prod",
        EnvironmentUrl = "https://x.y",
        Submodules = GitHubActionsSubmodules.Recursive,
        Lfs = true,
        FetchDepth = 0,
        ImportSecrets = ["ApiKey", "NuGetApiKey"],
        EnableGitHubToken = true,
        InvokedTargets = [nameof(Test), nameof(Pack)])]
    [GitHubActions("short form", GitHubActionsImage.SelfHosted, On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest], InvokedTargets = ["Test"], CacheKeyFiles = [], PublishArtifacts = false)]
    private sealed class Generated : NukeBuild
    {
        [CI] public readonly GitHubActions Actions;

        Target Test => _ => _.Produces(RootDirectory / "artifacts" / "test-results" / "*.trx").Executes(() => { });
        Target Pack => _ => _.DependsOn(Test).Produces("artifacts/packages/*.nupkg").Executes(() => { });
    }

    private static string Job(string id, string image) => $$$"""
          {{{id}}}:
            name: {{{id}}}
            runs-on: {{{image}}}
            timeout-minutes: 20
            concurrency:
              group: jobs
            environment:
              name: prod
              url: https://x.y
            steps:
              - uses: actions/checkout@v6
                with:
                  submodules: recursive
                  lfs: true
                  fetch-depth: 0
              - name: 'Cache: .nuke/temp, ~/.nuget/packages'
                uses: actions/cache@v4
                with:
                  path: |
                    .nuke/temp
                    ~/.nuget/packages
                  key: ${{ runner.os }}-${{ hashFiles('**/global.json', '**/*.csproj', '**/Directory.Packages.props') }}
              - name: 'Run: Test, Pack'
                run: ./build.cmd Test Pack
                env:
                  Configuration: ${{ github.event.inputs.Configuration }}
                  ApiKey: ${{ secrets.API_KEY }}
                  NuGetApiKey: ${{ secrets.NUGET_API_KEY }}
                  GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
              - name: 'Publish: test-results'
                uses: actions/upload-artifact@v5
                if: always()
                with:
                  name: test-results
                  path: artifacts/test-results
              - name: 'Publish: packages'
                uses: actions/upload-artifact@v5
                if: always()
                with:
                  name: packages
                  path: artifacts/packages

        """;

    [Fact]
    public void The_long_form_is_written_as_NUKE_writes_it()
    {
        using var run = new TestRun();
        run.Write("build.cmd", "");
        run.Run<Generated>("--generate-configuration GitHubActions_ci --host GitHubActions").ShouldBe(0, run.Output);
        File.ReadAllText(Path.Combine(run.Root, ".github/workflows/ci.yml")).ShouldBe("""
            # Generated from [GitHubActions] on the build class; changes made here are lost.
            # To generate it again: ./build.cmd --generate-configuration GitHubActions_ci --host GitHubActions

            name: ci

            on:
              push:
                branches:
                  - main
                  - 'release/*'
                paths:
                  - '!docs/**'
              pull_request:
                branches:
                  - main
              workflow_dispatch:
                inputs:
                  Configuration:
                    description: "Configuration"
                    required: false
              schedule:
                - cron: '0 3 * * *'

            permissions:
              contents: write
              id-token: write
              packages: read

            concurrency:
              group: ${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}
              cancel-in-progress: true

            jobs:

            """ + Job("ubuntu-latest", "ubuntu-latest") + Job("ubuntu-22_04", "ubuntu-22.04"));
    }

    [Fact]
    public void A_local_run_writes_changed_files_once_and_a_server_run_none()
    {
        using var run = new TestRun();
        run.Write("build.cmd", "");
        var file = Path.Combine(run.Root, ".github/workflows/short_form.yml");

        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Run<Generated>("Test").ShouldBe(0, run.Output);
        File.Exists(file).ShouldBeFalse();
        ((Generated)run.Build).Actions.ShouldNotBeNull();

        run.Variables.Clear();
        run.Run<Generated>("Test").ShouldBe(0, run.Output);
        ((Generated)run.Build).Actions.ShouldBeNull();
        File.ReadAllText(file).ShouldContain("on: [push, pull_request]");
        run.Output.ShouldContain("Configuration of GitHubActions (short_form) has changed");

        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, written);
        run.Run<Generated>("Test").ShouldBe(0, run.Output);
        File.GetLastWriteTimeUtc(file).ShouldBe(written);
    }

    [Fact]
    public void An_unknown_id_lists_the_known_ones()
    {
        using var run = new TestRun();
        run.Run<Generated>("--generate-configuration GitHubActions_ic").ShouldBe(-1);
        run.Output.ShouldContain("Did you mean 'GitHubActions_ci'? Known ids: ");
    }

    [GitHubActions("none", GitHubActionsImage.UbuntuLatest, AutoGenerate = false)]
    private sealed class NoTrigger : NukeBuild;

    [Fact]
    public void A_workflow_without_trigger_is_refused()
    {
        using var run = new TestRun();
        run.Write("build.cmd", "");
        run.Run<NoTrigger>("--generate-configuration GitHubActions_none").ShouldBe(-1);
        run.Output.ShouldContain("says nothing of when it runs");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "GitHubActions", true)]
    [InlineData("GITLAB_CI", "GitLab", true)]
    [InlineData("JENKINS_HOME", "Jenkins", true)]
    [InlineData("NOTHING", "Terminal", false)]
    public void Hosts_are_detected_by_their_variables(string variable, string host, bool isServer)
    {
        var detected = Host.Detect(new Dictionary<string, string> { [variable] = "true" });
        detected.ToString().ShouldBe(host);
        (detected is IBuildServer).ShouldBe(isServer);
    }
}
