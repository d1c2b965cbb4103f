using Nuke.Common.ConsoleOutput;

namespace Nuke.Common.Execution.Theming;

/// <summary>The one theme: the terminal's own colours, which its user has chosen.</summary>
internal sealed class HostTheme(BuildOutput output) : IHostTheme
{
    public void WriteSuccess(string? text = null) => Write(Ansi.Green, text);

    public void WriteVerbose(string? text = null) => Write(Ansi.Dim, text);

    public void WriteDebug(string? text = null) => Write(null, text);

    public void WriteInformation(string? text = null) => Write(Ansi.Cyan, text);

    public void WriteWarning(string? text = null) => Write(Ansi.Yellow, text);

    public void WriteError(string? text = null) => Write(Ansi.Red, text);

    private void Write(string? color, string? text) => output.Print(color, text ?? "");
}
