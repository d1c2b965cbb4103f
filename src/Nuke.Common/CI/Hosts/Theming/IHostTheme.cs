namespace Nuke.Common.Execution.Theming;

/// <summary>Prints lines in the colours of their meaning; without a text, an empty line.</summary>
public interface IHostTheme
{
    void WriteSuccess(string? text = null);
    void WriteVerbose(string? text = null);
    void WriteDebug(string? text = null);
    void WriteInformation(string? text = null);
    void WriteWarning(string? text = null);
    void WriteError(string? text = null);
}
