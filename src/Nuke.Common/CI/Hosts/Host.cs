using Nuke.Common.CI.CodeBuild;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;
using Nuke.Common.CI.Jenkins;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>
/// Where the build runs: a person's machine (<see cref="Terminal"/>) or a CI server. A subclass decides how blocks, warnings and the ending
/// look; <c>--host NAME</c> chooses a build's own one.
/// </summary>
public partial class Host
{
    private static readonly KnownHost[] Hosts =
    [
        new("GitHubActions", x => Has(x, "GITHUB_ACTIONS"), x => new GitHubActions(x)),
        new("GitLab", x => Has(x, "GITLAB_CI"), x => new GitLab(x)),
        new("Jenkins", x => Has(x, "JENKINS_HOME"), x => new Jenkins(x)),
        new("CodeBuild", x => Has(x, "CODEBUILD_BUILD_ID"), x => new CodeBuild(x)),
        new("Rider", Rider.IsRunning, _ => new Rider()),
        new("VisualStudio", VisualStudio.IsRunning, _ => new VisualStudio()),
        new("VSCode", VSCode.IsRunning, _ => new VSCode()),
        new("Terminal", _ => true, _ => new Terminal()),
    ];

    protected Host() { }

    public override string ToString() => GetType().Name;

    internal static IEnumerable<string> Names => Hosts.Select(x => x.Name);

    // the last one always is
    internal static Host Detect(IReadOnlyDictionary<string, string> variables) => Array.Find(Hosts, x => x.IsRunning(variables))!.Create(variables);

    internal static Host? ByName(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> variables, List<string> problems)
    {
        if (names is [var name])
        {
            if (Array.Find(Hosts, x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Create: { } create })
            {
                return create(variables);
            }

            if (OwnHost(name) is { } own)
            {
                return own;
            }
        }

        problems.Add($"--host was given '{string.Join(' ', names)}'. Expected one of: {string.Join(", ", Names)}.");
        return null;
    }

    internal static bool Has(IReadOnlyDictionary<string, string> variables, string name) => !string.IsNullOrEmpty(variables.GetValueOrDefault(name));

    // Only when somebody asks for a name that is unknown: looking through the types of a build takes time.
    private static Host? OwnHost(string name)
    {
        var type = System.Reflection.Assembly.GetEntryAssembly()?.GetTypes()
            .FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && x.IsSubclassOf(typeof(Host)) && !x.IsAbstract);
        return type is null ? null : (Host?)Activator.CreateInstance(type, nonPublic: true);
    }

    // A class and not a tuple: what the framework has in compiled form for classes would have to be compiled for a tuple at every start.
    private sealed record KnownHost(
        string Name,
        Func<IReadOnlyDictionary<string, string>, bool> IsRunning,
        Func<IReadOnlyDictionary<string, string>, Host> Create);
}
