using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;
using Nuke.Common.CI.Jenkins;
using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>How lines are laid out.</summary>
/// <param name="IsLive">On a terminal: lines are written as they come, with the target's name in front while several run.</param>
/// <param name="HasStatusArea">A terminal that shows below the lines what is running.</param>
/// <param name="IsPrefixed">Each line starts with its target's name.</param>
/// <param name="HasColor">ANSI colours may be used.</param>
internal sealed record OutputStyle(bool IsLive, bool HasStatusArea, bool IsPrefixed, bool HasColor)
{
    public static OutputStyle For(BuildSession session)
    {
        var isTerminal = session.Surroundings.IsTerminal
            && session.Host is Terminal
            && session.Surroundings.Variables.GetValueOrDefault("TERM") != "dumb"
            && ConsoleWindow.UnderstandsAnsi();
        return new OutputStyle(
            IsLive: isTerminal,
            // One target at a time needs none: its lines are what is going on.
            HasStatusArea: isTerminal && session.Options.Parallel > 1 && session.Options.Verbosity != Verbosity.Quiet,
            // As the parallel step of Jenkins itself does; its log does not fold.
            IsPrefixed: session.Host is Jenkins,
            HasColor: WantsColor(session.Surroundings.Variables) ?? (isTerminal || session.Host is GitHubActions or GitLab));
    }

    /// <summary>https://no-color.org, https://bixense.com/clicolors and https://force-color.org; null when none of them says anything.</summary>
    private static bool? WantsColor(IReadOnlyDictionary<string, string> variables)
    {
        if (!string.IsNullOrEmpty(variables.GetValueOrDefault("NO_COLOR")))
        {
            return false;
        }

        var force = variables.GetValueOrDefault("FORCE_COLOR");
        if (force is "0" or "false")
        {
            return false;
        }

        if (!string.IsNullOrEmpty(force) || variables.GetValueOrDefault("CLICOLOR_FORCE") is { Length: > 0 } and not "0")
        {
            return true;
        }

        return variables.GetValueOrDefault("CLICOLOR") == "0" ? false : null;
    }
}
