namespace Nuke.Common.ConsoleOutput;

internal static class GitHubCommand
{
    /// <summary>https://docs.github.com/actions/reference/workflow-commands-for-github-actions: data ends at a line end, so that these are escaped.</summary>
    public static string Escape(string data) => data.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");
}
