using System.Globalization;
using Nuke.Common.Execution;

namespace Nuke.Common.CI.Jenkins;

/// <summary>Jenkins, read from the variables that it and its plugins set:
/// https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables.</summary>
public class Jenkins : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal Jenkins(IReadOnlyDictionary<string, string> variables) => _variables = variables;

    /// <summary>null when the build does not run on Jenkins.</summary>
    public static Jenkins? Instance => BuildSession.Current.Host as Jenkins;

    /// <summary>Of a multibranch project; null in others.</summary>
    public string? BranchName => Get("BRANCH_NAME");

    // NUKE's spelling.
    public string? BuilDisplayName => Get("BUILD_DISPLAY_NAME");
    public int BuildNumber => Number("BUILD_NUMBER");
    public string? BuildTag => Get("BUILD_TAG");

    /// <summary>Such as the number of a pull request; null when the run is not for one.</summary>
    public string? ChangeId => Get("CHANGE_ID");
    public int ExecutorNumber => Number("EXECUTOR_NUMBER");

    /// <summary>With the name of the remote, such as origin/main. Like all Git properties, set by the Git plugin.</summary>
    public string? GitBranch => Get("GIT_BRANCH");
    public string? GitCommit => Get("GIT_COMMIT");
    public string? GitPreviousCommit => Get("GIT_PREVIOUS_COMMIT");
    public string? GitPreviousSuccessfulCommit => Get("GIT_PREVIOUS_SUCCESSFUL_COMMIT");
    public string? GitUrl => Get("GIT_URL");
    public string? JenkinsHome => Get("JENKINS_HOME");
    public string? JenkinsServerCookie => Get("JENKINS_SERVER_COOKIE");
    public string? JobBaseName => Get("JOB_BASE_NAME");
    public string? JobDisplayUrl => Get("JOB_DISPLAY_URL");
    public string? JobName => Get("JOB_NAME");
    public string? NodeLabels => Get("NODE_LABELS");
    public string? NodeName => Get("NODE_NAME");
    public string? RunChangesDisplayUrl => Get("RUN_CHANGES_DISPLAY_URL");
    public string? RunDisplayUrl => Get("RUN_DISPLAY_URL");
    public string? Workspace => Get("WORKSPACE");

    string? IBuildServer.Branch => GitBranch ?? BranchName;
    string? IBuildServer.Commit => GitCommit;

    private string? Get(string name) => _variables.GetValueOrDefault(name);

    private int Number(string name) => int.TryParse(Get(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
