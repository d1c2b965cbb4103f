using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;

namespace Nuke.Common.Tests.CI;

public sealed class GitHubActionsAttributeTests : IDisposable
{
    private readonly TestRun _run = new();

    public GitHubActionsAttributeTests() => _run.Write("build.cmd", "");

    public void Dispose() => _run.Dispose();

    private string Generate<T>(string name)
        where T : NukeBuild, new()
    {
        _run.Run<T>($"--generate-configuration GitHubActions_{name} --host GitHubActions").ShouldBe(0, _run.Output);
        var text = File.ReadAllText(Path.Combine(_run.Root, ".github", "workflows", $"{name}.yml"));
        return text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
    }

    private string Refuse<T>(string name)
        where T : NukeBuild, new()
    {
        _run.Run<T>($"--generate-configuration GitHubActions_{name}").ShouldBe(-1, _run.Output);
        Directory.Exists(Path.Combine(_run.Root, ".github")).ShouldBeFalse();
        return _run.Output;
    }

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
        PublishCondition = "always()",
        InvokedTargets = [nameof(Test), nameof(Pack)])]
    [GitHubActions(
        "short form",
        GitHubActionsImage.SelfHosted,
        On = [GitHubActionsTrigger.Push, GitHubActionsTrigger.PullRequest, GitHubActionsTrigger.WorkflowDispatch],
        InvokedTargets = ["Test"],
        CacheKeyFiles = [],
        PublishArtifacts = false)]
    private sealed class Generated : NukeBuild
    {
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
        => Generate<Generated>("ci").ShouldBe("""
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

    [Fact]
    public void The_short_form_has_nothing_that_was_not_asked_for()
        => Generate<Generated>("short_form").ShouldBe("""
            name: short_form

            on: [push, pull_request, workflow_dispatch]

            jobs:
              self-hosted:
                name: self-hosted
                runs-on: self-hosted
                steps:
                  - uses: actions/checkout@v6
                  - name: 'Run: Test'
                    run: ./build.cmd Test

            """);

    [Fact]
    public void The_header_says_who_wrote_the_file_and_how_to_write_it_again()
    {
        Generate<Generated>("ci");
        File.ReadAllText(Path.Combine(_run.Root, ".github/workflows/ci.yml")).ShouldStartWith("""
            # Generated from [GitHubActions] on the build class; changes made here are lost.
            # To generate it again: ./build.cmd --generate-configuration GitHubActions_ci --host GitHubActions

            name: ci
            """);
    }

    [GitHubActions(
        "all",
        GitHubActionsImage.WindowsServer2022,
        OnPushBranchesIgnore = ["wip", "v1.0"],
        OnPushTagsIgnore = ["nightly-?"],
        OnPushIncludePaths = ["src/**", "it's"],
        OnPullRequestTags = ["2024"],
        OnPullRequestIncludePaths = ["src"],
        OnPullRequestExcludePaths = ["docs"],
        OnWorkflowDispatchOptionalInputs = ["LogLevel"],
        OnWorkflowDispatchRequiredInputs = ["NuGetVersion"],
        ConcurrencyGroup = "deploy",
        JobConcurrencyCancelInProgress = true,
        EnvironmentName = "staging",
        Submodules = GitHubActionsSubmodules.False,
        Lfs = false,
        FetchDepth = 2,
        Progress = false,
        Filter = "tree:0",
        CacheIncludePatterns = ["~/.npm"],
        CacheExcludePatterns = ["~/.npm/logs"],
        CacheKeyFiles = ["package-lock.json"],
        PublishCondition = "!cancelled()",
        InvokedTargets = ["Pack"])]
    private sealed class EveryProperty : NukeBuild
    {
        Target Pack => _ => _
            .Produces(
                RootDirectory / "out" / "*" / "*.zip",
                RootDirectory / "out" / "*.nupkg",
                RootDirectory / "report.html",
                RootDirectory.Parent / "shared" / "*.log")
            .Executes(() => { });
    }

    [Fact]
    public void Every_property_has_its_place()
        => Generate<EveryProperty>("all").ShouldBe("""
            name: all

            on:
              push:
                branches-ignore:
                  - wip
                  - 'v1.0'
                tags-ignore:
                  - 'nightly-?'
                paths:
                  - 'src/**'
                  - it's
              pull_request:
                tags:
                  - '2024'
                paths:
                  - src
                  - '!docs'
              workflow_dispatch:
                inputs:
                  LogLevel:
                    description: "Log Level"
                    required: false
                  NuGetVersion:
                    description: "NuGet Version"
                    required: true

            concurrency:
              group: deploy

            jobs:
              windows-2022:
                name: windows-2022
                runs-on: windows-2022
                concurrency:
                  group: ${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}
                  cancel-in-progress: true
                environment: staging
                steps:
                  - uses: actions/checkout@v6
                    with:
                      submodules: false
                      lfs: false
                      fetch-depth: 2
                      progress: false
                      filter: tree:0
                  - name: 'Cache: ~/.npm'
                    uses: actions/cache@v4
                    with:
                      path: |
                        ~/.npm
                        !~/.npm/logs
                      key: ${{ runner.os }}-${{ hashFiles('package-lock.json') }}
                  - name: 'Run: Pack'
                    run: ./build.cmd Pack
                    env:
                      LogLevel: ${{ github.event.inputs.LogLevel }}
                      NuGetVersion: ${{ github.event.inputs.NuGetVersion }}
                  - name: 'Publish: out'
                    uses: actions/upload-artifact@v5
                    if: '!cancelled()'
                    with:
                      name: out
                      path: out
                  - name: 'Publish: report.html'
                    uses: actions/upload-artifact@v5
                    if: '!cancelled()'
                    with:
                      name: report.html
                      path: report.html
                  - name: 'Publish: shared'
                    uses: actions/upload-artifact@v5
                    if: '!cancelled()'
                    with:
                      name: shared
                      path: ../shared

            """);

    private sealed class DeployActionsAttribute(string name) : GitHubActionsAttribute(name, GitHubActionsImage.UbuntuLatest)
    {
        protected override GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets)
        {
            var job = base.GetJobs(image, relevantTargets);
            job.Name = "deploy";
            job.Steps = [new GitHubActionsRunStep
            {
                BuildCmdPath = "x.sh",
                InvokedTargets = [.. relevantTargets.Select(x => x.Name)],
                Imports = { ["A"] = "1" }
            }];
            return job;
        }

        protected override IEnumerable<GitHubActionsDetailedTrigger> GetTriggers()
            => base.GetTriggers().Append(new GitHubActionsVcsTrigger { Kind = GitHubActionsTrigger.Push, Branches = ["main"] });
    }

    [DeployActions("own", InvokedTargets = ["Test"], OnCronSchedule = "0 0 * * *")]
    private sealed class OwnAttribute : NukeBuild
    {
        Target Restore => _ => _.Executes(() => { });
        Target Test => _ => _.DependsOn(Restore).Executes(() => { });
    }

    [Fact]
    public void A_subclass_changes_jobs_and_triggers()
        => Generate<OwnAttribute>("own").ShouldBe("""
            name: own

            on:
              schedule:
                - cron: '0 0 * * *'
              push:
                branches:
                  - main

            jobs:
              deploy:
                name: deploy
                runs-on: ubuntu-latest
                steps:
                  - name: 'Run: Restore, Test'
                    run: ./x.sh Restore Test
                    env:
                      A: 1

            """);

    [GitHubActions("none", GitHubActionsImage.UbuntuLatest)]
    [GitHubActions("both", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], OnCronSchedule = "0 0 * * *")]
    [GitHubActions("ignored", GitHubActionsImage.UbuntuLatest, OnPushBranches = ["main"], OnPushTagsIgnore = ["v*"])]
    [GitHubActions("twice", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], ImportSecrets = ["GITHUB_TOKEN"], EnableGitHubToken = true)]
    [GitHubActions("unknown", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], InvokedTargets = ["Tets"])]
    private sealed class Mistakes : NukeBuild
    {
        Target Test => _ => _.Executes(() => { });
    }

    [Theory]
    [InlineData("none", "GitHubActions (none) says nothing of when it runs.")]
    [InlineData("both", "says both On and one of the other On… properties.")]
    [InlineData("ignored", "says both which branches or tags it runs for and which it does not run for.")]
    [InlineData("twice", "sets the environment variable 'GITHUB_TOKEN' twice.")]
    [InlineData("unknown", "invokes 'Tets', which is not a target. Did you mean 'Test'?")]
    public void A_workflow_that_cannot_work_is_refused(string name, string message) => Refuse<Mistakes>(name).ShouldContain(message);

    [Fact]
    public void Without_a_script_there_is_nothing_that_the_workflow_could_run()
    {
        File.Delete(Path.Combine(_run.Root, "build.cmd"));
        Refuse<Generated>("ci").ShouldContain("there is no build.cmd in the root directory or one folder below it");
    }

    [Fact]
    public void A_script_one_folder_below_the_root_is_found()
    {
        File.Delete(Path.Combine(_run.Root, "build.cmd"));
        _run.Write("eng/build.cmd", "");
        Generate<Generated>("short_form").ShouldContain("run: ./eng/build.cmd Test");
    }

    [Theory]
    [InlineData("plain text, with: no", "'plain text, with: no'")]
    [InlineData("${{ github.ref == 'x' }}", "${{ github.ref == 'x' }}")]
    [InlineData("", "''")]
    [InlineData("true", "'true'")]
    [InlineData("- x", "'- x'")]
    [InlineData("it's #1", "'it''s #1'")]
    [InlineData("a\nb\"\\\t", @"""a\nb\""\\\t""")]
    public void Text_is_quoted_when_YAML_would_read_it_as_something_else(string text, string yaml) => Yaml.Scalar(text).ShouldBe(yaml);
}
