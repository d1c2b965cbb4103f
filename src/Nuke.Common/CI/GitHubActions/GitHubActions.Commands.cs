using Nuke.Common.ConsoleOutput;
using Nuke.Common.Tooling;

namespace Nuke.Common.CI.GitHubActions;

/// <summary>https://docs.github.com/actions/reference/workflow-commands-for-github-actions</summary>
public partial class GitHubActions
{
    public void Group(string group) => WriteCommand("group", group);

    public void EndGroup(string group) => WriteCommand("endgroup", group);

    public void WriteDebug(string? message) => WriteCommand("debug", message);

    public void WriteWarning(string? message) => WriteCommand("warning", message);

    public void WriteError(string? message) => WriteCommand("error", message);

    /// <summary>Prints a command to the runner, such as <c>::error file=a.cs,line=1::message</c>.</summary>
    public void WriteCommand(string command, string? message = null, Configure<Dictionary<string, object>>? dictionaryConfigurator = null)
    {
        var properties = dictionaryConfigurator.InvokeSafe([]).Select(x => $"{x.Key}={EscapeProperty(x.Value?.ToString() ?? "")}").ToList();
        Output.PrintCommand($"::{command}{(properties.Count > 0 ? " " : "")}{string.Join(',', properties)}::{GitHubCommand.Escape(message ?? "")}");
    }

    // A property ends at a comma, the list of properties at a colon.
    private static string EscapeProperty(string value) => GitHubCommand.Escape(value).Replace(":", "%3A").Replace(",", "%2C");
}
