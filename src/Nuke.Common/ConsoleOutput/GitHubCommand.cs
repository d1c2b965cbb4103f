using Fairlead.Secrets;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Commands to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).</summary>
internal static class GitHubCommand
{
    /// <summary>Data ends at a line end, so that these are escaped.</summary>
    public static string Escape(string data) => OneLine(data.Replace("%", "%25"));

    /// <summary>A command that is written already, in the one line that it has to be.</summary>
    public static string OneLine(string command) => command.Replace("\r", "%0D").Replace("\n", "%0A");

    /// <summary>
    /// Lets the runner mask what it cannot know: a secret that the run has obtained. The runner takes the command out of its log. It masks line by
    /// line, so that each line is one command; a short one would blank out the log. Does nothing elsewhere: there the secret itself would be printed.
    /// </summary>
    public static void Mask(BuildSession session, string secret)
    {
        if (session.Host is not GitHubActions)
        {
            return;
        }

        var commands = SecretMask.LinesOf(secret).Select(x => $"::add-mask::{Escape(x)}\n");
        session.Surroundings.Out.Write(string.Concat(commands));
        session.Surroundings.Out.Flush();
    }
}
