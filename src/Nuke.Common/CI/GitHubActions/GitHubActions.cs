using System.Globalization;
using System.Text.Json;
using Fairlead.Json;
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
    private readonly Lazy<JsonElement> _event;
    private readonly Lazy<long> _jobId;

    internal GitHubActions(IReadOnlyDictionary<string, string> variables)
    {
        _variables = variables;
        _event = new Lazy<JsonElement>(ReadEvent);
        _jobId = new Lazy<long>(FindJobId);
    }

    /// <summary>null when the build does not run on GitHub Actions.</summary>
    public static GitHubActions? Instance => BuildSession.Current.Host as GitHubActions;

    public string? Home => Get("HOME");
    public string? Workflow => Get("GITHUB_WORKFLOW");
    public string? Action => Get("GITHUB_ACTION");
    public string? Actor => Get("GITHUB_ACTOR");
    public string? Repository => Get("GITHUB_REPOSITORY");
    public string? RepositoryOwner => Get("GITHUB_REPOSITORY_OWNER");
    public string? EventName => Get("GITHUB_EVENT_NAME");
    public string? EventPath => Get("GITHUB_EVENT_PATH");
    public string? Workspace => Get("GITHUB_WORKSPACE");
    public string? Sha => Get("GITHUB_SHA");
    public string? Ref => Get("GITHUB_REF");
    public string? RefName => Get("GITHUB_REF_NAME");
    public string? HeadRef => Get("GITHUB_HEAD_REF");
    public string? BaseRef => Get("GITHUB_BASE_REF");
    public string? RefType => Get("GITHUB_REF_TYPE");
    public long RunAttempt => Number("GITHUB_RUN_ATTEMPT");
    public long RunNumber => Number("GITHUB_RUN_NUMBER");
    public long RunId => Number("GITHUB_RUN_ID");
    public string? ServerUrl => Get("GITHUB_SERVER_URL");
    public string? Job => Get("GITHUB_JOB");

    /// <summary>null unless the workflow passes it in.</summary>
    public string? Token => Get("GITHUB_TOKEN");

    /// <summary>The number of the running job, which the API knows and the environment does not. Needs <see cref="Token"/>.</summary>
    public long JobId => _jobId.Value;

    public bool IsPullRequest => EventName == "pull_request";

    /// <summary>null when the run's event is not about a pull request.</summary>
    public int? PullRequestNumber => Event("number") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    /// <summary>What happened to the pull request, such as opened or synchronize; null when the run's event is not about one.</summary>
    public string? PullRequestAction => Event("action") is { ValueKind: JsonValueKind.String } action ? action.GetString() : null;

    /// <summary>Markdown appended here shows on the run's page; null outside of a step.</summary>
    public AbsolutePath? StepSummaryFile => Get("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? path : null;

    string? IBuildServer.Branch => Ref;
    string? IBuildServer.Commit => Sha;

    private JsonElement? Event(string name)
        => _event.Value is { ValueKind: JsonValueKind.Object } payload && payload.TryGetProperty(name, out var value) ? value : null;

    private JsonElement ReadEvent()
    {
        if (!File.Exists(EventPath))
        {
            return default;
        }

        return WellFormedJson.Parse(File.ReadAllBytes(EventPath));
    }

    private string? Get(string name) => _variables.GetValueOrDefault(name);

    private long Number(string name) => long.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
