namespace Nuke.Common.Execution;

/// <summary>A console that Visual Studio has opened.</summary>
public class VisualStudio : Terminal
{
    internal static bool IsRunning(IReadOnlyDictionary<string, string> variables) => Has(variables, "VisualStudioVersion");
}
