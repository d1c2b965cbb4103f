using Nuke.Common.Execution;
using Nuke.Common.Tools.GitHub;
using Octokit;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    /// <summary>Adds a comment to an issue or a pull request of the repository. Needs
    /// <see cref="Token"/> with write access to issues or pull requests.</summary>
    public async Task CreateComment(int issue, string text)
    {
        var client = CreateClient();
        var (owner, name) = OwnerAndName;
        await GitHubApi.Ask(() => client.Issue.Comment.Create(owner, name, issue, text));
    }

    private (string Owner, string Name) OwnerAndName => Repository?.Split('/') is [var owner, var name]
        ? (owner, name)
        : throw new BuildException($"GITHUB_REPOSITORY is '{Repository}', which is not OWNER/NAME.");

    private long FindJobId()
    {
        var client = CreateClient();
        var (owner, name) = OwnerAndName;
        var answer = GitHubApi.Ask(() => client.Actions.Workflows.Jobs.List(owner, name, RunId, new WorkflowRunJobsRequest(), GitHubApi.AllPages))
            .GetAwaiter().GetResult();
        var jobs = answer.Jobs.Where(x => x.Name == Job).ToList();
        return jobs is [var job]
            ? job.Id
            : throw new BuildException(
                $"GitHub knows {jobs.Count} jobs with the name '{Job}' in run {RunId}, so that the number of this one is unknown.",
                "Give the job the same name as its id in the workflow, as generated workflows do.");
    }

    private GitHubClient CreateClient() => GitHubApi.Client(
        Token ?? throw new BuildException("The run has no GitHub token.", "Set EnableGitHubToken = true on the [GitHubActions] attribute."),
        _variables,
        TimeProvider.System,
        BuildSession.Current.Cancellation.Token);
}
