using Nuke.Common.ConsoleOutput;

namespace Nuke.Common.CI.GitHubActions;

public partial class GitHubActions
{
    internal override bool Folds => true;

    internal override bool ShowsReports => true;

    /// <summary>A group, which the runner folds.</summary>
    protected internal override IDisposable WriteBlock(string text)
    {
        Command("group", text);
        return new GroupEnd(text);
    }

    protected internal override void ReportWarning(string text, string? details = null) => Annotate("warning", text);

    protected internal override void ReportError(string text, string? details = null) => Annotate("error", text);

    /// <summary>Commands that the build logs reach the runner, in one line each. What its tools log does not, unless the build lets them.</summary>
    protected internal override bool FilterMessage(string message)
    {
        if (!message.StartsWith("::", StringComparison.Ordinal) && !message.StartsWith("##[", StringComparison.Ordinal))
        {
            return false;
        }

        Output.PrintCommand(GitHubCommand.OneLine(message));
        return true;
    }

    /// <summary>With the place in the sources, if the text begins with one: the runner then shows it in the change, too.</summary>
    private void Annotate(string name, string text)
    {
        var position = SourcePosition.Find(text, Workspace ?? NukeBuild.RootDirectory);
        Command(position is null ? name : $"{name} file={EscapeProperty(position.File)},line={position.Line},col={position.Column}", text);
    }

    private static void Command(string name, string data)
        => Output.PrintCommand($"::{name}::{GitHubCommand.Escape(AnsiText.Clean(data, keepColor: false))}");

    private sealed class GroupEnd(string text) : IDisposable
    {
        public void Dispose() => Command("endgroup", text);
    }
}
