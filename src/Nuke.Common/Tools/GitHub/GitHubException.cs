using Nuke.Common.Execution;

namespace Nuke.Common.Tools.GitHub;

/// <summary>GitHub refused a request, or did not answer.</summary>
internal sealed class GitHubException(GitHubAnswer answer) : BuildException(answer.Problem, answer.Advice)
{
    public GitHubAnswer Answer => answer;
}
