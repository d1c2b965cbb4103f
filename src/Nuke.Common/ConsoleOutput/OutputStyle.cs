using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>How lines are laid out.</summary>
/// <param name="IsLive">Lines are written as they come, with the target's name in front while several run.</param>
/// <param name="IsGitHub">Blocks are groups that fold, errors and warnings are annotations.</param>
/// <param name="HasColor">ANSI colours may be used.</param>
internal sealed record OutputStyle(bool IsLive, bool IsGitHub, bool HasColor)
{
    public static OutputStyle For(BuildSession session)
    {
        var variables = session.Surroundings.Variables;
        if (session.Host is GitHubActions)
            return new OutputStyle(IsLive: false, IsGitHub: true, HasColor: false);
        var isTerminal = session.Surroundings.IsTerminal && variables.GetValueOrDefault("TERM") != "dumb" && session.Host is Terminal;
        return new OutputStyle(
            IsLive: isTerminal,
            IsGitHub: false,
            // https://no-color.org: present and not empty
            HasColor: isTerminal && string.IsNullOrEmpty(variables.GetValueOrDefault("NO_COLOR")));
    }
}
