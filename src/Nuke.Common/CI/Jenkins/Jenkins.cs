using Nuke.Common.Execution;

namespace Nuke.Common.CI.Jenkins;

/// <summary>Jenkins, read from the variables that it and its Git plugin set.</summary>
public class Jenkins : Host, IBuildServer
{
    private readonly IReadOnlyDictionary<string, string> _variables;

    internal Jenkins(IReadOnlyDictionary<string, string> variables) => _variables = variables;

    /// <summary>null when the build does not run on Jenkins.</summary>
    public static Jenkins Instance => BuildSession.Current.Host as Jenkins;

    public string BranchName => _variables.GetValueOrDefault("BRANCH_NAME") ?? _variables.GetValueOrDefault("GIT_BRANCH");
    public string GitCommit => _variables.GetValueOrDefault("GIT_COMMIT");
    public string BuildDisplayName => _variables.GetValueOrDefault("BUILD_DISPLAY_NAME");

    string IBuildServer.Branch => BranchName;
    string IBuildServer.Commit => GitCommit;
}
