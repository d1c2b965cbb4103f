using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>A Git repository, read from its files: no git is started.</summary>
public class GitRepository
{
    private readonly Lazy<string?> _commit;

    public GitRepository(
        GitProtocol? protocol,
        string? endpoint,
        string? identifier,
        string? branch,
        AbsolutePath? localDirectory,
        string? head,
        string? commit,
        IReadOnlyCollection<string> tags,
        string? remoteName,
        string? remoteBranch)
        : this(protocol, endpoint, identifier, branch, localDirectory, head, new Lazy<string?>(commit), tags, remoteName, remoteBranch)
    {
    }

    private GitRepository(
        GitProtocol? protocol,
        string? endpoint,
        string? identifier,
        string? branch,
        AbsolutePath? localDirectory,
        string? head,
        Lazy<string?> commit,
        IReadOnlyCollection<string> tags,
        string? remoteName,
        string? remoteBranch)
    {
        Protocol = protocol;
        Endpoint = endpoint;
        Identifier = identifier;
        Branch = branch;
        LocalDirectory = localDirectory;
        Head = head;
        _commit = commit;
        Tags = tags;
        RemoteName = remoteName;
        RemoteBranch = remoteBranch;
    }

    public GitProtocol? Protocol { get; }

    /// <summary>Host of the remote, such as github.com; null without a remote.</summary>
    public string? Endpoint { get; }

    /// <summary>Such as owner/name; null without a remote.</summary>
    public string? Identifier { get; }

    public AbsolutePath? LocalDirectory { get; }

    /// <summary>What HEAD says: refs/heads/BRANCH, or a commit when it is detached.</summary>
    public string? Head { get; }

    /// <summary>The full hash of the commit that is checked out; null when only the address is known.</summary>
    /// <exception cref="Exception">The repository has no commit yet.</exception>
    public string? Commit => _commit.Value is null && LocalDirectory is not null
        ? throw new BuildException($"The repository {LocalDirectory} has no commit yet.", "Commit something first: git add -A && git commit.")
        : _commit.Value;

    /// <summary>Tags of the commit that is checked out.</summary>
    public IReadOnlyCollection<string> Tags { get; }

    public string? RemoteName { get; }
    public string? RemoteBranch { get; }

    /// <summary>What a build server says, else what is checked out; null when HEAD is detached.</summary>
    public string? Branch { get; private init; }

    public string? HttpsUrl => Identifier is null ? null : $"https://{Endpoint}/{Identifier}.git";
    public string? SshUrl => Identifier is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <exception cref="Exception">The directory is in no repository.</exception>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
        => TryFromDirectory(directory) ?? throw new BuildException($"'{directory}' is in no Git repository.", "Run git init, or name another directory.");

    /// <summary>A repository elsewhere. Of one in a local directory, endpoint and identifier are null.</summary>
    public static GitRepository FromUrl(string url, string? branch = null)
    {
        var (protocol, endpoint, identifier) = GitFiles.ParseUrl(url);
        return new GitRepository(protocol, endpoint, identifier, branch, null, null, new Lazy<string?>((string?)null), [], null, null);
    }

    public GitRepository SetBranch(string? branch)
        => new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, _commit, Tags, RemoteName, RemoteBranch);

    public override string ToString() => (Protocol == GitProtocol.Https ? HttpsUrl : SshUrl)?.TrimEnd(".git") ?? LocalDirectory?.ToString() ?? "";

    internal static GitRepository? TryFromDirectory(AbsolutePath directory)
    {
        if (GitFiles.Find(directory) is not { } files)
        {
            return null;
        }

        var head = files.Head();
        var server = Server(files.WorkTree);
        var branch = server?.Branch ?? (head is not null && head.StartsWith("refs/heads/", StringComparison.Ordinal) ? head : null);
        branch = branch?.TrimStart("refs/heads/").TrimStart("origin/");
        var commit = new Lazy<string?>(() => server?.Commit ?? files.Resolve(head));
        var (remoteName, remoteBranch, url) = files.Remote(branch);
        var (protocol, endpoint, identifier) = url is null ? (null, null, null) : GitFiles.ParseUrl(url);
        var tags = commit.Value is { } hash ? files.TagsOf(hash) : [];
        return new GitRepository(protocol, endpoint, identifier, branch, files.WorkTree, head, commit, tags, remoteName, remoteBranch);
    }

    // Servers check out a commit rather than a branch. What they say is about the repository that the build belongs to, not about others.
    private static IBuildServer? Server(AbsolutePath workTree)
        => BuildSession.Current is { RootDirectory: { } root } session && workTree.Contains(root) ? session.Host as IBuildServer : null;
}
