using Fairlead.Secrets;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Commands to the runner (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).</summary>
internal static class GitHubCommand
{
    /// <summary>Data ends at a line end, so that these are escaped.</summary>
    public static string Escape(string data) => OneLine(data.Replace("%", "%25"));

    /// <summary>What was escaped.</summary>
    public static string Unescape(string data)
        => data.Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase).Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase).Replace("%25", "%");

    /// <summary>A command that is written already, in the one line that it has to be.</summary>
    public static string OneLine(string command) => command.Replace("\r", "%0D").Replace("\n", "%0A");

    /// <summary>
    /// Lets the runner mask what it cannot know: a secret that the run has obtained. The runner takes the command out of its log. It masks line by
    /// line, so that each line is one command; a short one would blank out the log. Does nothing elsewhere: there the secret itself would be printed.
    /// Until targets run, standard output may be an answer that somebody keeps, as of <c>--plan --format json</c>; the runner reads commands from standard
    /// error as well (https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandler.cs).
    /// </summary>
    public static void Mask(BuildSession session, string secret)
    {
        if (session.Host is not GitHubActions)
        {
            return;
        }

        var commands = SecretMask.LinesOf(secret).Select(x => $"::add-mask::{Escape(x)}\n");
        var writer = session.HasStarted ? session.Surroundings.Out : session.Surroundings.Error;
        writer.Write(string.Concat(commands));
        writer.Flush();
    }
}
