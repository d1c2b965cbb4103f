namespace Nuke.Common.Execution;

/// <summary>The terminal of Visual Studio Code.</summary>
public class VSCode : Terminal
{
    internal static bool IsRunning(IReadOnlyDictionary<string, string> variables)
        => Has(variables, "VSCODE_GIT_IPC_HANDLE") || Has(variables, "VSCODE_PID");
}
