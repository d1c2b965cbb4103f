using System.Globalization;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>
/// GitHub Actions, read from its default variables:
/// https://docs.github.com/actions/reference/variables-reference#default-environment-variables.
/// </summary>
public partial class GitHubActions : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal GitHubActions(IReadOnlyDictionary<string, string> variables) => _variables = variables;

    /// <summary>null when the build does not run on GitHub Actions.</summary>
    public static GitHubActions Instance => BuildSession.Current.Host as GitHubActions;

    public string Home => Get("HOME");
    public string Workflow => Get("GITHUB_WORKFLOW");
    public string Action => Get("GITHUB_ACTION");
    public string Actor => Get("GITHUB_ACTOR");
    public string Repository => Get("GITHUB_REPOSITORY");
    public string RepositoryOwner => Get("GITHUB_REPOSITORY_OWNER");
    public string EventName => Get("GITHUB_EVENT_NAME");
    public string EventPath => Get("GITHUB_EVENT_PATH");
    public string Workspace => Get("GITHUB_WORKSPACE");
    public string Sha => Get("GITHUB_SHA");
    public string Ref => Get("GITHUB_REF");
    public string RefName => Get("GITHUB_REF_NAME");
    public string HeadRef => Get("GITHUB_HEAD_REF");
    public string BaseRef => Get("GITHUB_BASE_REF");
    public string RefType => Get("GITHUB_REF_TYPE");
    public long RunAttempt => Number("GITHUB_RUN_ATTEMPT");
    public long RunNumber => Number("GITHUB_RUN_NUMBER");
    public long RunId => Number("GITHUB_RUN_ID");
    public string ServerUrl => Get("GITHUB_SERVER_URL");
    public string Job => Get("GITHUB_JOB");

    /// <summary>null unless the workflow passes it in.</summary>
    public string Token => Get("GITHUB_TOKEN");

    public bool IsPullRequest => EventName is "pull_request" or "pull_request_target";

    /// <summary>Markdown appended here shows on the run's page; null outside of a step.</summary>
    public AbsolutePath StepSummaryFile => Get("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? path : null;

    string IBuildServer.Branch => IsPullRequest ? HeadRef : RefName;
    string IBuildServer.Commit => Sha;

    private string Get(string name) => _variables.GetValueOrDefault(name);

    private long Number(string name) => long.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
