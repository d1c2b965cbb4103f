using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    /// <summary>Adds a comment to an issue or a pull request of the repository. Needs <see cref="Token"/> with write access to issues or pull requests.</summary>
    public async Task CreateComment(int issue, string text)
    {
        using var api = CreateApi();
        await api.Post($"repos/{Repository}/issues/{issue}/comments", new JsonObject { ["body"] = text }, BuildSession.Current.Cancellation.Token);
    }

    private long FindJobId()
    {
        using var api = CreateApi();
        var jobs = api.GetAll($"repos/{Repository}/actions/runs/{RunId}/jobs", "jobs", BuildSession.Current.Cancellation.Token)
            .ToBlockingEnumerable()
            .Where(x => x.GetProperty("name").GetString() == Job)
            .ToList();
        return jobs is [var job]
            ? job.GetProperty("id").GetInt64()
            : throw new BuildException(
                $"GitHub knows {jobs.Count} jobs with the name '{Job}' in run {RunId}, so that the number of this one is unknown.",
                "Give the job the same name as its id in the workflow, as generated workflows do.");
    }

    private GitHubApi CreateApi() => new(
        Token ?? throw new BuildException("The run has no GitHub token.", "Set EnableGitHubToken = true on the [GitHubActions] attribute."),
        _variables);
}
