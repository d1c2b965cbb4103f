using Nuke.Common.CI.CodeBuild;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;
using Nuke.Common.CI.Jenkins;
using Nuke.Common.Execution;

namespace Nuke.Common;

/// <summary>Where the build runs: a person's machine (<see cref="Terminal"/>) or a CI server.</summary>
public class Host
{
    private static readonly (string Name, string Variable, Func<IReadOnlyDictionary<string, string>, Host> Create)[] s_hosts =
    [
        ("GitHubActions", "GITHUB_ACTIONS", x => new GitHubActions(x)),
        ("GitLab", "GITLAB_CI", x => new GitLab(x)),
        ("Jenkins", "JENKINS_HOME", x => new Jenkins(x)),
        ("CodeBuild", "CODEBUILD_BUILD_ID", x => new CodeBuild(x)),
        ("Terminal", null, _ => new Terminal()),
    ];

    public override string ToString() => GetType().Name;

    internal static Host Detect(IReadOnlyDictionary<string, string> variables) =>
        s_hosts.First(x => x.Variable is null || !string.IsNullOrEmpty(variables.GetValueOrDefault(x.Variable))).Create(variables);

    internal static Host ByName(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> variables, List<string> problems)
    {
        var known = s_hosts.Select(x => x.Name).ToList();
        if (names is [var name] && s_hosts.FirstOrDefault(x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Create: { } create })
            return create(variables);
        problems.Add($"--host was given '{string.Join(' ', names)}'. Expected one of: {string.Join(", ", known)}.");
        return null;
    }
}
