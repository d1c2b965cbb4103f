using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>
/// Reads .git: HEAD, loose and packed refs, configuration. A linked worktree keeps HEAD to itself and shares the rest
/// (https://git-scm.com/docs/gitrepository-layout).
/// </summary>
internal sealed partial class GitFiles
{
    // A symbolic ref to a symbolic ref is legal; Git follows five.
    private const int MaximumDepth = 5;

    private readonly AbsolutePath _own;
    private readonly AbsolutePath _common;

    private GitFiles(AbsolutePath workTree, AbsolutePath own)
    {
        WorkTree = workTree;
        _own = own;
        _common = (own / "commondir").FileExists() ? Path.GetFullPath((own / "commondir").ReadAllText().Trim(), own) : own;
    }

    public AbsolutePath WorkTree { get; }

    public static GitFiles? Find(AbsolutePath directory)
    {
        for (var current = directory; current is not null; current = current.Parent)
        {
            var git = current / ".git";
            if (git.DirectoryExists())
            {
                return new GitFiles(current, git);
            }

            // Worktrees and submodules: a file with "gitdir: PATH".
            if (git.FileExists() && git.ReadAllText().Trim() is var text && text.StartsWith("gitdir:", StringComparison.Ordinal))
            {
                return new GitFiles(current, Path.GetFullPath(text["gitdir:".Length..].Trim(), current));
            }
        }

        return null;
    }

    /// <summary>The ref that HEAD points to, or a commit.</summary>
    public string? Head()
    {
        var text = (_own / "HEAD").FileExists() ? (_own / "HEAD").ReadAllText().Trim() : null;
        return text?.StartsWith("ref:", StringComparison.Ordinal) == true ? text[4..].Trim() : text;
    }

    /// <summary>The commit of a ref; null when the ref does not exist, as before the first commit.</summary>
    public string? Resolve(string? reference, int depth = 0)
    {
        if (reference is null || depth > MaximumDepth || !IsName(reference))
        {
            return null;
        }

        if (HashPattern().IsMatch(reference))
        {
            return reference;
        }

        foreach (var directory in new[] { _own, _common })
        {
            var file = directory / reference;
            if (!file.FileExists())
            {
                continue;
            }

            var text = file.ReadAllText().Trim();
            return Resolve(text.StartsWith("ref:", StringComparison.Ordinal) ? text[4..].Trim() : text, depth + 1);
        }

        return Packed().FirstOrDefault(x => x.Name == reference).Commit;
    }

    /// <summary>The tags that point to the commit. Of loose annotated tags only the tag object is known without reading objects: they are left out.</summary>
    public IReadOnlyCollection<string> TagsOf(string commit)
    {
        var directory = _common / "refs" / "tags";
        var loose = directory.GlobFiles("**/*")
            .Where(x => x.ReadAllText().Trim() == commit)
            .Select(x => directory.GetUnixRelativePathTo(x).ToString());
        var packed = Packed()
            .Where(x => x.Commit == commit && x.Name.StartsWith("refs/tags/", StringComparison.Ordinal))
            .Select(x => x.Name["refs/tags/".Length..]);
        return [.. loose.Concat(packed).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The remote of the branch, else origin, else the first one.</summary>
    public (string? Name, string? Branch, string? Url) Remote(string? branch)
    {
        var sections = Configuration();
        var tracking = sections.GetValueOrDefault($"branch \"{branch}\"");
        var name = tracking?.GetValueOrDefault("remote")
            ?? (sections.ContainsKey("remote \"origin\"") ? "origin" : null)
            ?? sections.Keys
                .Where(x => x.StartsWith("remote \"", StringComparison.Ordinal) && x.EndsWith('"') && x.Length > "remote \"\"".Length)
                .Select(x => x["remote \"".Length..^1])
                .FirstOrDefault();
        if (name is null || sections.GetValueOrDefault($"remote \"{name}\"")?.GetValueOrDefault("url") is not { } url)
        {
            return default;
        }

        var merge = tracking?.GetValueOrDefault("merge");
        return (name, merge?.Replace("refs/heads/", ""), url);
    }

    /// <summary>https://host/owner/name.git, ssh://git@host/owner/name, git@host:owner/name.git; anything else, such as a directory, gives nulls. A user,
    /// a password and a query are left out.</summary>
    public static (GitProtocol? Protocol, string? Endpoint, string? Identifier) ParseUrl(string url)
    {
        var match = UrlPattern().Match(url.Trim());
        if (!match.Success)
        {
            return (null, null, null);
        }

        var protocol = match.Groups["scheme"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? GitProtocol.Https : GitProtocol.Ssh;
        return (protocol, match.Groups["host"].Value, match.Groups["path"].Value);
    }

    // https://git-scm.com/docs/git-check-ref-format: what leads out of .git, or is no path at all, names nothing.
    private static bool IsName(string reference)
        => reference.Length > 0 && !PathConstruction.HasPathRoot(reference) && !reference.Contains("..", StringComparison.Ordinal)
            && reference.AsSpan().IndexOfAny(['\0', '\\', ':']) < 0;

    // 2d1f...e0 refs/tags/v1        a line "^hash" gives the commit of the annotated tag above it
    private List<(string Name, string Commit)> Packed()
    {
        var file = _common / "packed-refs";
        var refs = new List<(string Name, string Commit)>();
        if (!file.FileExists())
        {
            return refs;
        }

        foreach (var line in file.ReadAllLines())
        {
            if (line.StartsWith('^') && refs.Count > 0)
            {
                refs[^1] = (refs[^1].Name, line[1..].Trim());
            }
            else if (!line.StartsWith('#') && line.Split(' ', 2) is [var commit, var name])
            {
                refs.Add((name.Trim(), commit));
            }
        }

        return refs;
    }

    private Dictionary<string, Dictionary<string, string>> Configuration()
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var file = _common / "config";
        var current = new Dictionary<string, string>();
        foreach (var line in file.FileExists() ? file.ReadAllLines().Select(x => x.Trim()) : [])
        {
            if (line.StartsWith('[') && line.IndexOf(']') is > 0 and var end)
            {
                if (!sections.TryGetValue(line[1..end], out current))
                {
                    sections[line[1..end]] = current = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                }
            }
            else if (line.Split('=', 2) is [var key, var value])
            {
                current[key.Trim()] = value.Trim();
            }
        }

        return sections;
    }

    [GeneratedRegex("^[0-9a-f]{40}([0-9a-f]{24})?$")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"^(?:(?<scheme>https?|ssh)://)?(?:[^/]*@)?(?<host>[^/:@]+)(?::\d+(?=/)|(?=/)|(?=:))[:/]/?(?<path>[^\s?#]+?)(?:\.git)?/?(?:[?#].*)?$")]
    private static partial Regex UrlPattern();
}
