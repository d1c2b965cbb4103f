namespace Nuke.Common.ConsoleOutput;

internal static class GitHubCommand
{
    /// <summary>https://docs.github.com/actions/reference/workflow-commands-for-github-actions: data ends at a line end, so that these are escaped.</summary>
    public static string Escape(string data) => OneLine(data.Replace("%", "%25"));

    /// <summary>A command that is written already, in the one line that it has to be.</summary>
    public static string OneLine(string command) => command.Replace("\r", "%0D").Replace("\n", "%0A");
}
