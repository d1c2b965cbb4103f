using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.IO;

namespace Nuke.Common.Tools.GitHub;

/// <summary>Addresses of a repository on GitHub, and what its API knows of it. GITHUB_TOKEN is used when it is set.</summary>
public static class GitHubTasks
{
    public static bool IsGitHubRepository(this GitRepository repository) =>
        string.Equals(repository?.Endpoint, "github.com", StringComparison.OrdinalIgnoreCase);

    public static string GetGitHubOwner(this GitRepository repository) => Identifier(repository).Split('/')[0];

    public static string GetGitHubName(this GitRepository repository) => Identifier(repository).Split('/')[1];

    /// <summary>What changed from the second commit up to the first, both included.</summary>
    public static string GetGitHubCompareCommitsUrl(this GitRepository repository, string startCommitSha, string endCommitSha) =>
        $"https://github.com/{Identifier(repository)}/compare/{endCommitSha}^...{startCommitSha}";

    /// <summary>What changed since a tag.</summary>
    public static string GetGitHubCompareTagToHeadUrl(this GitRepository repository, string tag) =>
        $"https://github.com/{Identifier(repository)}/compare/{tag}...HEAD";

    /// <summary>What changed from the second tag to the first.</summary>
    public static string GetGitHubCompareTagsUrl(this GitRepository repository, string startTag, string endTag) =>
        $"https://github.com/{Identifier(repository)}/compare/{endTag}...{startTag}";

    public static string GetGitHubCommitUrl(this GitRepository repository, string commitSha) =>
        $"https://github.com/{Identifier(repository)}/commit/{commitSha}";

    /// <summary>The content of a file.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="file">Absolute, or relative to the repository.</param>
    /// <param name="branch">Default is the repository's own.</param>
    public static string GetGitHubDownloadUrl(this GitRepository repository, string file, string branch = null) =>
        $"https://raw.githubusercontent.com/{Identifier(repository)}/{branch ?? Branch(repository)}/{RelativePath(repository, file)}";

    /// <summary>The page of a file or a directory.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">Absolute, or relative to the repository; null is its root.</param>
    /// <param name="branch">Default is the repository's own.</param>
    /// <param name="itemType">What the path is, for one that does not exist locally.</param>
    public static string GetGitHubBrowseUrl(
        this GitRepository repository, string path = null, string branch = null, GitHubItemType itemType = GitHubItemType.Automatic)
    {
        var identifier = Identifier(repository);
        var relativePath = path is null ? null : RelativePath(repository, path);
        var isDirectory = relativePath is null || IsDirectory(repository, relativePath, itemType);
        return $"https://github.com/{identifier}/{(isDirectory ? "tree" : "blob")}/{branch ?? Branch(repository)}/{relativePath}".TrimEnd('/');
    }

    /// <summary>The addresses of all files below a directory of a branch, with their paths relative to it.</summary>
    public static async Task<IEnumerable<(string DownloadUrl, string RelativePath)>> GetGitHubDownloadUrls(
        this GitRepository repository, string directory = null, string branch = null)
    {
        using var api = CreateApi();
        branch ??= await repository.GetDefaultBranch();
        var prefix = directory is null or "" ? "" : $"{RelativePath(repository, directory).TrimEnd('/')}/";
        var tree = await api.Get($"repos/{Identifier(repository)}/git/trees/{Uri.EscapeDataString(branch)}?recursive=1", Cancellation);
        if (tree.TryGetProperty("truncated", out var truncated) && truncated.GetBoolean())
        {
            throw new BuildException(
                $"GitHub lists only a part of the files of {repository.Identifier}: there are too many.", "Clone the repository instead.");
        }

        return
        [
            .. tree.GetProperty("tree").EnumerateArray()
                .Where(x => x.GetProperty("type").GetString() == "blob")
                .Select(x => x.GetProperty("path").GetString())
                .Where(x => x.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .Select(x => (repository.GetGitHubDownloadUrl(x, branch), x[prefix.Length..])),
        ];
    }

    public static async Task<string> GetDefaultBranch(this GitRepository repository)
    {
        using var api = CreateApi();
        return (await api.Get($"repos/{Identifier(repository)}", Cancellation)).GetProperty("default_branch").GetString();
    }

    /// <summary>The tag of the newest release.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="includePrerelease">Whether a prerelease counts.</param>
    /// <param name="trimPrefix">Whether v1.0 is returned as 1.0.</param>
    public static async Task<string> GetLatestRelease(this GitRepository repository, bool includePrerelease = false, bool trimPrefix = false)
    {
        using var api = CreateApi();
        await foreach (var release in api.GetAll($"repos/{Identifier(repository)}/releases", null, Cancellation))
        {
            if (release.GetProperty("draft").GetBoolean() || (release.GetProperty("prerelease").GetBoolean() && !includePrerelease))
                continue;
            var tag = release.GetProperty("tag_name").GetString();
            return trimPrefix && tag.StartsWith('v') ? tag[1..] : tag;
        }

        throw new BuildException($"{repository.Identifier} has no release{(includePrerelease ? "" : " that is not a prerelease")}.");
    }

    public static async Task CreateGitHubMilestone(this GitRepository repository, string title)
    {
        using var api = CreateApi();
        await api.Post($"repos/{Identifier(repository)}/milestones", new JsonObject { ["title"] = title }, Cancellation);
    }

    /// <summary>Creates the milestone unless it is there; a failure is none.</summary>
    public static async Task TryCreateGitHubMilestone(this GitRepository repository, string title)
    {
        using var api = CreateApi();
        await api.TryPost($"repos/{Identifier(repository)}/milestones", new JsonObject { ["title"] = title }, Cancellation);
    }

    /// <param name="repository">The repository.</param>
    /// <param name="title">The milestone's.</param>
    /// <param name="enableIssueChecks">Whether the milestone has to have issues, all of them closed.</param>
    public static async Task CloseGitHubMilestone(this GitRepository repository, string title, bool enableIssueChecks = true)
    {
        using var api = CreateApi();
        await foreach (var milestone in api.GetAll($"repos/{Identifier(repository)}/milestones", null, Cancellation, "state=all"))
        {
            if (milestone.GetProperty("title").GetString() != title)
                continue;
            var open = milestone.GetProperty("open_issues").GetInt32();
            var closed = milestone.GetProperty("closed_issues").GetInt32();
            if (enableIssueChecks && (open > 0 || closed == 0))
            {
                throw new BuildException(
                    $"The milestone '{title}' cannot be closed: it has {open} open and {closed} closed issues.",
                    "Close its issues, or move them to another milestone.");
            }

            await api.Patch($"repos/{Identifier(repository)}/milestones/{milestone.GetProperty("number").GetInt32()}", new JsonObject { ["state"] = "closed" }, Cancellation);
            return;
        }

        throw new BuildException($"{repository.Identifier} has no milestone '{title}'.", "Create it, or correct the title.");
    }

    private static CancellationToken Cancellation => BuildSession.Current.Cancellation.Token;

    private static GitHubApi CreateApi()
    {
        var session = BuildSession.Current;
        return new GitHubApi(session.Surroundings.Variables.GetValueOrDefault("GITHUB_TOKEN"), session.Surroundings.Variables, session.Time);
    }

    private static string Identifier(GitRepository repository) => repository.IsGitHubRepository()
        ? repository.Identifier
        : throw new BuildException(
            repository?.Endpoint is { } endpoint ? $"The remote of the repository is on {endpoint}, not on github.com." : "The repository has no remote.",
            "Add a remote on GitHub: git remote add origin https://github.com/OWNER/NAME.git.");

    private static string Branch(GitRepository repository) => repository.Branch
        ?? throw new BuildException("The repository is on no branch.", "Check one out, or name the branch.");

    private static bool IsDirectory(GitRepository repository, string relativePath, GitHubItemType itemType)
    {
        if (itemType != GitHubItemType.Automatic)
            return itemType == GitHubItemType.Directory;
        var path = repository.LocalDirectory is { } directory ? Path.Combine(directory, relativePath) : null;
        if (Directory.Exists(path))
            return true;
        return File.Exists(path)
            ? false
            : throw new BuildException($"'{relativePath}' does not exist in the local directory, so that it is unknown what it is.", "Give the item type.");
    }

    private static string RelativePath(GitRepository repository, string path)
    {
        if (!Path.IsPathRooted(path))
            return path.Replace('\\', '/');
        return repository.LocalDirectory is { } directory && directory.Contains(path)
            ? directory.GetUnixRelativePathTo(path)
            : throw new BuildException($"'{path}' is not in the repository{(repository.LocalDirectory is { } local ? $" at {local}" : "")}.", "Give a path inside of it.");
    }
}
