using Nuke.Common.CI.GitHubActions.Configuration;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>Generates <c>.github/workflows/NAME.yml</c> with one job per image.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class GitHubActionsAttribute : ConfigurationAttributeBase
{
    private readonly string _name;
    private readonly GitHubActionsImage[] _images;
    private GitHubActionsSubmodules? _submodules;
    private bool? _lfs;
    private uint? _fetchDepth;
    private bool? _progress;
    private string? _filter;

    public GitHubActionsAttribute(string name, GitHubActionsImage image, params GitHubActionsImage[] images)
    {
        _name = name.Replace(' ', '_');
        _images = [image, .. images];
    }

    public override string IdPostfix => _name;
    public override Type HostType => typeof(GitHubActions);
    public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".github" / "workflows" / $"{_name}.yml";
    public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
    public override IEnumerable<string> RelevantTargetNames => InvokedTargets;
    public override IEnumerable<string> IrrelevantTargetNames => [];

    /// <summary>Short form of the triggers; excludes all other On… properties.</summary>
    public GitHubActionsTrigger[] On { get; set; } = [];
    public string[] OnPushBranches { get; set; } = [];
    public string[] OnPushBranchesIgnore { get; set; } = [];
    public string[] OnPushTags { get; set; } = [];
    public string[] OnPushTagsIgnore { get; set; } = [];
    public string[] OnPushIncludePaths { get; set; } = [];
    public string[] OnPushExcludePaths { get; set; } = [];
    public string[] OnPullRequestBranches { get; set; } = [];
    public string[] OnPullRequestTags { get; set; } = [];
    public string[] OnPullRequestIncludePaths { get; set; } = [];
    public string[] OnPullRequestExcludePaths { get; set; } = [];
    public string[] OnWorkflowDispatchOptionalInputs { get; set; } = [];
    public string[] OnWorkflowDispatchRequiredInputs { get; set; } = [];

    /// <summary>POSIX cron, in UTC.</summary>
    public string? OnCronSchedule { get; set; }

    /// <summary>Names of parameters that the run gets from the repository's secrets.</summary>
    public string[] ImportSecrets { get; set; } = [];
    public bool EnableGitHubToken { get; set; }
    public GitHubActionsPermissions[] WritePermissions { get; set; } = [];
    public GitHubActionsPermissions[] ReadPermissions { get; set; } = [];
    public string[] CacheIncludePatterns { get; set; } = [".nuke/temp", "~/.nuget/packages"];
    public string[] CacheExcludePatterns { get; set; } = [];

    /// <summary>Empty: no cache step.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/global.json", "**/*.csproj", "**/Directory.Packages.props"];
    public bool PublishArtifacts { get; set; } = true;
    public string? PublishCondition { get; set; }
    public int TimeoutMinutes { get; set; }
    public string? EnvironmentName { get; set; }
    public string? EnvironmentUrl { get; set; }
    public string? ConcurrencyGroup { get; set; }
    public bool ConcurrencyCancelInProgress { get; set; }
    public string? JobConcurrencyGroup { get; set; }
    public bool JobConcurrencyCancelInProgress { get; set; }
    public string[] InvokedTargets { get; set; } = [];
    public GitHubActionsSubmodules Submodules { get => throw new NotSupportedException(); set => _submodules = value; }
    public bool Lfs { get => throw new NotSupportedException(); set => _lfs = value; }
    public uint FetchDepth { get => throw new NotSupportedException(); set => _fetchDepth = value; }
    public bool Progress { get => throw new NotSupportedException(); set => _progress = value; }
    public string Filter { get => throw new NotSupportedException(); set => _filter = value; }

    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, indentationFactor: 2, commentPrefix: "#");

    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        CheckBranchFilters();
        var detailed = GetTriggers().ToArray();
        if (On.Length > 0 == detailed.Length > 0)
        {
            throw new BuildException(
                $"{DisplayName} says {(On.Length > 0 ? "both On and one of the other On… properties" : "nothing of when it runs")}.",
                "Use either On or the On… properties with details.");
        }

        return new GitHubActionsConfiguration
        {
            Name = _name,
            ShortTriggers = On,
            DetailedTriggers = detailed,
            Permissions = [.. WritePermissions.Select(x => (x, "write")), .. ReadPermissions.Select(x => (x, "read"))],
            ConcurrencyGroup = ConcurrencyGroup,
            ConcurrencyCancelInProgress = ConcurrencyCancelInProgress,
            Jobs = [.. _images.Select(x => GetJobs(x, relevantTargets))],
        };
    }

    /// <summary>The job of one image.</summary>
    protected virtual GitHubActionsJob GetJobs(GitHubActionsImage image, IReadOnlyCollection<ExecutableTarget> relevantTargets) => new()
    {
        Name = image.GetValue().Replace('.', '_'),
        Image = image,
        TimeoutMinutes = TimeoutMinutes,
        EnvironmentName = EnvironmentName,
        EnvironmentUrl = EnvironmentUrl,
        ConcurrencyGroup = JobConcurrencyGroup,
        ConcurrencyCancelInProgress = JobConcurrencyCancelInProgress,
        Steps = [.. GetSteps(relevantTargets)],
    };

    /// <summary>Environment variables of the run step, with their values as YAML.</summary>
    protected virtual IEnumerable<(string Key, string Value)> GetImports()
    {
        foreach (var input in OnWorkflowDispatchOptionalInputs.Concat(OnWorkflowDispatchRequiredInputs))
        {
            yield return (input, $"${{{{ github.event.inputs.{input} }}}}");
        }

        foreach (var secret in ImportSecrets)
        {
            yield return (secret, $"${{{{ secrets.{ParameterNames.Variable(secret)} }}}}");
        }

        if (EnableGitHubToken)
        {
            yield return ("GITHUB_TOKEN", "${{ secrets.GITHUB_TOKEN }}");
        }
    }

    protected virtual IEnumerable<GitHubActionsDetailedTrigger> GetTriggers()
    {
        if (new[] { OnPushBranches, OnPushBranchesIgnore, OnPushTags, OnPushTagsIgnore, OnPushIncludePaths, OnPushExcludePaths }.Any(x => x.Length > 0))
        {
            yield return new GitHubActionsVcsTrigger
            {
                Kind = GitHubActionsTrigger.Push,
                Branches = OnPushBranches,
                BranchesIgnore = OnPushBranchesIgnore,
                Tags = OnPushTags,
                TagsIgnore = OnPushTagsIgnore,
                IncludePaths = OnPushIncludePaths,
                ExcludePaths = OnPushExcludePaths,
            };
        }

        if (new[] { OnPullRequestBranches, OnPullRequestTags, OnPullRequestIncludePaths, OnPullRequestExcludePaths }.Any(x => x.Length > 0))
        {
            yield return new GitHubActionsVcsTrigger
            {
                Kind = GitHubActionsTrigger.PullRequest,
                Branches = OnPullRequestBranches,
                Tags = OnPullRequestTags,
                IncludePaths = OnPullRequestIncludePaths,
                ExcludePaths = OnPullRequestExcludePaths,
            };
        }

        if (OnWorkflowDispatchOptionalInputs.Length + OnWorkflowDispatchRequiredInputs.Length > 0)
        {
            yield return new GitHubActionsWorkflowDispatchTrigger
            {
                OptionalInputs = OnWorkflowDispatchOptionalInputs,
                RequiredInputs = OnWorkflowDispatchRequiredInputs,
            };
        }

        if (OnCronSchedule is not null)
        {
            yield return new GitHubActionsScheduledTrigger { Cron = OnCronSchedule };
        }
    }

    private IEnumerable<GitHubActionsStep> GetSteps(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        yield return new GitHubActionsCheckoutStep
        {
            Submodules = _submodules,
            Lfs = _lfs,
            FetchDepth = _fetchDepth,
            Progress = _progress,
            Filter = _filter,
        };
        if (CacheKeyFiles.Length > 0)
        {
            yield return new GitHubActionsCacheStep
            {
                IncludePatterns = CacheIncludePatterns,
                ExcludePatterns = CacheExcludePatterns,
                KeyFiles = CacheKeyFiles,
            };
        }

        yield return new GitHubActionsRunStep { BuildCmdPath = BuildCmdPath, InvokedTargets = InvokedTargets, Imports = Imports() };
        if (!PublishArtifacts)
        {
            yield break;
        }

        foreach (var path in relevantTargets.SelectMany(x => x.ArtifactProducts).Select(FixedPart).Distinct())
        {
            yield return new GitHubActionsArtifactStep
            {
                Name = path.Name,
                Path = Build.RootDirectory.GetUnixRelativePathTo(path),
                Condition = PublishCondition
            };
        }
    }

    // The server takes the workflow and runs it never:
    // https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#onpushbranchestagsbranches-ignoretags-ignore.
    private void CheckBranchFilters()
    {
        if (OnPushBranches.Length + OnPushTags.Length > 0 && OnPushBranchesIgnore.Length + OnPushTagsIgnore.Length > 0)
        {
            throw new BuildException(
                $"{DisplayName} says both which branches or tags it runs for and which it does not run for.",
                $"Use either {nameof(OnPushBranches)} and {nameof(OnPushTags)}, in which patterns that begin with '!' exclude, or "
                    + $"{nameof(OnPushBranchesIgnore)} and {nameof(OnPushTagsIgnore)}.");
        }
    }

    private Dictionary<string, string> Imports()
    {
        var imports = new Dictionary<string, string>();
        foreach (var (key, value) in GetImports())
        {
            if (!imports.TryAdd(key, value))
            {
                throw new BuildException(
                    $"{DisplayName} sets the environment variable '{key}' twice.",
                    "Remove one of the inputs, secrets or imports of this name.");
            }
        }

        return imports;
    }

    // artifacts/packages/*.nupkg publishes the directory artifacts/packages.
    private AbsolutePath FixedPart(string glob)
    {
        var path = Path.GetFullPath(glob, Build.RootDirectory);
        while (path.Contains('*'))
        {
            path = Path.GetDirectoryName(path)!; // what has a * has a parent
        }

        return path;
    }
}
