using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Octokit;

namespace Nuke.Common.Tools.GitHub;

/// <summary>Addresses of a repository on GitHub, and what its API knows of it. GITHUB_TOKEN is used when it is set.</summary>
public static class GitHubTasks
{
    /// <summary>For what the methods below do not do, and what they use once it was changed. Its refusals are Octokit's exceptions.</summary>
    public static GitHubClient GitHubClient = GitHubApi.Client(BuildSession.Current);

    private static readonly GitHubClient Default = GitHubClient;
    private static readonly Credentials Credentials = GitHubClient.Credentials;

    public static bool IsGitHubRepository(this GitRepository? repository)
        => string.Equals(repository?.Endpoint, "github.com", StringComparison.OrdinalIgnoreCase);

    public static string GetGitHubOwner(this GitRepository repository) => Identifier(repository).Split('/')[0];

    public static string GetGitHubName(this GitRepository repository) => Identifier(repository).Split('/')[1];

    /// <summary>What changed from the second commit up to the first, both included.</summary>
    public static string GetGitHubCompareCommitsUrl(this GitRepository repository, string startCommitSha, string endCommitSha)
        => $"https://github.com/{Identifier(repository)}/compare/{endCommitSha}^...{startCommitSha}";

    /// <summary>What changed since a tag.</summary>
    public static string GetGitHubCompareTagToHeadUrl(this GitRepository repository, string tag)
        => $"https://github.com/{Identifier(repository)}/compare/{tag}...HEAD";

    /// <summary>What changed from the second tag to the first.</summary>
    public static string GetGitHubCompareTagsUrl(this GitRepository repository, string startTag, string endTag)
        => $"https://github.com/{Identifier(repository)}/compare/{endTag}...{startTag}";

    public static string GetGitHubCommitUrl(this GitRepository repository, string commitSha)
        => $"https://github.com/{Identifier(repository)}/commit/{commitSha}";

    /// <summary>The content of a file.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="file">Absolute, or relative to the repository.</param>
    /// <param name="branch">Default is the repository's own.</param>
    public static string GetGitHubDownloadUrl(this GitRepository repository, string file, string? branch = null)
        => $"https://raw.githubusercontent.com/{Identifier(repository)}/{branch ?? Branch(repository)}/{RelativePath(repository, file)}";

    /// <summary>The page of a file or a directory.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">Absolute, or relative to the repository; null is its root.</param>
    /// <param name="branch">Default is the repository's own.</param>
    /// <param name="itemType">What the path is, for one that does not exist locally.</param>
    public static string GetGitHubBrowseUrl(
        this GitRepository repository, string? path = null, string? branch = null, GitHubItemType itemType = GitHubItemType.Automatic)
    {
        var identifier = Identifier(repository);
        var relativePath = path is null ? null : RelativePath(repository, path);
        var isDirectory = relativePath is null || IsDirectory(repository, relativePath, itemType);
        return $"https://github.com/{identifier}/{(isDirectory ? "tree" : "blob")}/{branch ?? Branch(repository)}/{relativePath}".TrimEnd('/');
    }

    /// <summary>The addresses of all files below a directory of a branch, with their paths relative to it.</summary>
    public static async Task<IEnumerable<(string DownloadUrl, string RelativePath)>> GetGitHubDownloadUrls(
        this GitRepository repository, string? directory = null, string? branch = null)
    {
        var reference = branch ?? await repository.GetDefaultBranch();
        var prefix = directory is null or "" ? "" : $"{RelativePath(repository, directory).TrimEnd('/')}/";
        var client = Client;
        var tree = await GitHubApi.Ask(
            () => client.Git.Tree.GetRecursive(repository.GetGitHubOwner(), repository.GetGitHubName(), Uri.EscapeDataString(reference)));
        if (tree.Truncated)
        {
            throw new BuildException(
                $"GitHub lists only a part of the files of {repository.Identifier}: there are too many.", "Clone the repository instead.");
        }

        return
        [
            .. tree.Tree
                .Where(x => x.Type.StringValue == "blob" && x.Path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(x => (repository.GetGitHubDownloadUrl(x.Path, reference), x.Path[prefix.Length..])),
        ];
    }

    public static async Task<string> GetDefaultBranch(this GitRepository repository)
    {
        var client = Client;
        return (await GitHubApi.Ask(() => client.Repository.Get(repository.GetGitHubOwner(), repository.GetGitHubName()))).DefaultBranch;
    }

    /// <summary>The tag of the newest release.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="includePrerelease">Whether a prerelease counts.</param>
    /// <param name="trimPrefix">Whether v1.0 is returned as 1.0.</param>
    public static async Task<string> GetLatestRelease(this GitRepository repository, bool includePrerelease = false, bool trimPrefix = false)
    {
        var client = Client;
        var (owner, name) = (repository.GetGitHubOwner(), repository.GetGitHubName());
        await foreach (var release in GitHubApi.GetAll(x => client.Repository.Release.GetAll(owner, name, x)))
        {
            if (release.Draft || (release.Prerelease && !includePrerelease))
            {
                continue;
            }

            return trimPrefix && release.TagName.StartsWith('v') ? release.TagName[1..] : release.TagName;
        }

        throw new BuildException($"{repository.Identifier} has no release{(includePrerelease ? "" : " that is not a prerelease")}.");
    }

    /// <summary>null when there is none of that title.</summary>
    public static async Task<Milestone?> GetGitHubMilestone(this GitRepository repository, string name)
    {
        var client = Client;
        var (owner, repositoryName) = (repository.GetGitHubOwner(), repository.GetGitHubName());
        var all = new MilestoneRequest { State = ItemStateFilter.All };
        await foreach (var milestone in GitHubApi.GetAll(x => client.Issue.Milestone.GetAllForRepository(owner, repositoryName, all, x)))
        {
            if (milestone.Title == name)
            {
                return milestone;
            }
        }

        return null;
    }

    /// <summary>The open and closed issues and pull requests of a milestone.</summary>
    public static async Task<IReadOnlyList<Issue>> GetGitHubMilestoneIssues(this GitRepository repository, string name)
    {
        var milestone = await Milestone(repository, name);
        var client = Client;
        var request = new RepositoryIssueRequest { State = ItemStateFilter.All, Milestone = $"{milestone.Number}" };
        return await GitHubApi.Ask(
            () => client.Issue.GetAllForRepository(repository.GetGitHubOwner(), repository.GetGitHubName(), request, GitHubApi.AllPages));
    }

    public static async Task CreateGitHubMilestone(this GitRepository repository, string title)
    {
        var client = Client;
        await GitHubApi.Ask(() => client.Issue.Milestone.Create(repository.GetGitHubOwner(), repository.GetGitHubName(), new NewMilestone(title)));
    }

    /// <summary>Creates the milestone unless it is there; a failure is none.</summary>
    public static async Task TryCreateGitHubMilestone(this GitRepository repository, string title)
    {
        try
        {
            await repository.CreateGitHubMilestone(title);
        }
        catch (GitHubException)
        {
            // As the name says.
        }
    }

    /// <param name="repository">The repository.</param>
    /// <param name="title">The milestone's.</param>
    /// <param name="enableIssueChecks">Whether the milestone has to have issues, all of them closed.</param>
    public static async Task CloseGitHubMilestone(this GitRepository repository, string title, bool enableIssueChecks = true)
    {
        var milestone = await Milestone(repository, title);
        if (enableIssueChecks && (milestone.OpenIssues > 0 || milestone.ClosedIssues == 0))
        {
            throw new BuildException(
                $"The milestone '{title}' cannot be closed: it has {milestone.OpenIssues} open and {milestone.ClosedIssues} closed issues.",
                "Close its issues, or move them to another milestone.");
        }

        var client = Client;
        var closed = new MilestoneUpdate { State = ItemState.Closed };
        await GitHubApi.Ask(
            () => client.Issue.Milestone.Update(repository.GetGitHubOwner(), repository.GetGitHubName(), milestone.Number, closed));
    }

    // A build may have put a client of its own into the field, or given this one other credentials. Else each session has its own.
    private static GitHubClient Client => ReferenceEquals(GitHubClient, Default) && ReferenceEquals(GitHubClient.Credentials, Credentials)
        ? GitHubApi.Client(BuildSession.Current)
        : GitHubClient;

    private static async Task<Milestone> Milestone(GitRepository repository, string title) => await repository.GetGitHubMilestone(title)
        ?? throw new BuildException($"{repository.Identifier} has no milestone '{title}'.", "Create it, or correct the title.");

    private static string Identifier(GitRepository? repository) => repository?.IsGitHubRepository() == true && repository.Identifier is { } identifier
        ? identifier
        : throw new BuildException(
            repository?.Endpoint is { } endpoint ? $"The remote of the repository is on {endpoint}, not on github.com." : "The repository has no remote.",
            "Add a remote on GitHub: git remote add origin https://github.com/OWNER/NAME.git.");

    private static string Branch(GitRepository repository) => repository.Branch
        ?? throw new BuildException("The repository is on no branch.", "Check one out, or name the branch.");

    private static bool IsDirectory(GitRepository repository, string relativePath, GitHubItemType itemType)
    {
        if (itemType != GitHubItemType.Automatic)
        {
            return itemType == GitHubItemType.Directory;
        }

        var path = repository.LocalDirectory is { } directory ? Path.Combine(directory, relativePath) : null;
        if (Directory.Exists(path))
        {
            return true;
        }

        return File.Exists(path)
            ? false
            : throw new BuildException($"'{relativePath}' does not exist in the local directory, so that it is unknown what it is.", "Give the item type.");
    }

    private static string RelativePath(GitRepository repository, string path)
    {
        if (!Path.IsPathRooted(path))
        {
            return path.Replace('\\', '/');
        }

        return repository.LocalDirectory is { } directory && directory.Contains(path)
            ? directory.GetUnixRelativePathTo(path)
            : throw new BuildException(
                $"'{path}' is not in the repository{(repository.LocalDirectory is { } local ? $" at {local}" : "")}.",
                "Give a path inside of it.");
    }
}
