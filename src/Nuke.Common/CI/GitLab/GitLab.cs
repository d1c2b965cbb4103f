using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.CI.GitLab;

/// <summary>GitLab CI, read from its predefined variables: https://docs.gitlab.com/ci/variables/predefined_variables/. A variable that is not set is null, 0 or
/// false.</summary>
public partial class GitLab : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal GitLab(IReadOnlyDictionary<string, string> variables) => _variables = variables;

    /// <summary>null when the build does not run on GitLab.</summary>
    public static GitLab? Instance => BuildSession.Current.Host as GitLab;

    public string? ChatChannel => Get("CHAT_CHANNEL");
    public string? ChatInput => Get("CHAT_INPUT");
    public string? ChatUserId => Get("CHAT_USER_ID");
    public bool Ci => Flag("CI");
    public string? ConcurrentId => Get("CI_CONCURRENT_ID");
    public string? ConcurrentProjectId => Get("CI_CONCURRENT_PROJECT_ID");
    public string? ConfigPath => Get("CI_CONFIG_PATH");
    public bool DebugServices => Flag("CI_DEBUG_SERVICES");
    public bool DebugTrace => Flag("CI_DEBUG_TRACE");
    public long JobId => Number("CI_JOB_ID");
    public string? JobImage => Get("CI_JOB_IMAGE");
    public bool JobManual => Flag("CI_JOB_MANUAL");
    public string? JobName => Get("CI_JOB_NAME");
    public string? JobNameSlug => Get("CI_JOB_NAME_SLUG");
    public string? JobStage => Get("CI_JOB_STAGE");
    public string? JobStartedAt => Get("CI_JOB_STARTED_AT");
    public string? JobStatus => Get("CI_JOB_STATUS");
    public string? JobTimeout => Get("CI_JOB_TIMEOUT");
    public string? JobToken => Get("CI_JOB_TOKEN");
    public string? JobUrl => Get("CI_JOB_URL");
    public string? NodeIndex => Get("CI_NODE_INDEX");
    public string? NodeTotal => Get("CI_NODE_TOTAL");
    public string? PipelineCreatedAt => Get("CI_PIPELINE_CREATED_AT");
    public long PipelineId => Number("CI_PIPELINE_ID");
    public string? PipelineIid => Get("CI_PIPELINE_IID");
    public string? PipelineName => Get("CI_PIPELINE_NAME");
    public string? PipelineSource => Get("CI_PIPELINE_SOURCE");
    public bool PipelineTriggered => Flag("CI_PIPELINE_TRIGGERED");
    public string? PipelineUrl => Get("CI_PIPELINE_URL");
    public string? TriggerPayload => Get("TRIGGER_PAYLOAD");

    string? IBuildServer.Branch => CommitRefName;
    string? IBuildServer.Commit => CommitSha;

    private string? Get(string name) => _variables.GetValueOrDefault(name);

    // GitLab writes some of its flags as 1 and 0.
    private bool Flag(string name) => Get(name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    private long Number(string name) => long.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private GitLabProjectVisibility Visibility(string name)
        => Enum.TryParse<GitLabProjectVisibility>(Get(name), ignoreCase: true, out var value) ? value : default;
}
