using Nuke.Common.Execution;

namespace Nuke.Common.CI.GitLab;

/// <summary>GitLab CI, read from its predefined variables: https://docs.gitlab.com/ci/variables/predefined_variables/.</summary>
public partial class GitLab : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal GitLab(IReadOnlyDictionary<string, string> variables) => _variables = variables;

    /// <summary>null when the build does not run on GitLab.</summary>
    public static GitLab Instance => BuildSession.Current.Host as GitLab;

    public string CommitRefName => _variables.GetValueOrDefault("CI_COMMIT_REF_NAME");
    public string CommitSha => _variables.GetValueOrDefault("CI_COMMIT_SHA");
    public string ProjectUrl => _variables.GetValueOrDefault("CI_PROJECT_URL");

    string IBuildServer.Branch => CommitRefName;
    string IBuildServer.Commit => CommitSha;
}
