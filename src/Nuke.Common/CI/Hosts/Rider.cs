namespace Nuke.Common.Execution;

/// <summary>The terminal or the run configuration of JetBrains Rider.</summary>
public class Rider : Terminal
{
    internal static bool IsRunning(IReadOnlyDictionary<string, string> variables)
        => Has(variables, "IDEA_INITIAL_DIRECTORY")
        || Contains(variables, "XPC_SERVICE_NAME", "com.jetbrains.rider")
        || Contains(variables, "TERMINAL_EMULATOR", "JetBrains-JediTerm");

    private static bool Contains(IReadOnlyDictionary<string, string> variables, string name, string part)
        => variables.GetValueOrDefault(name)?.Contains(part, StringComparison.OrdinalIgnoreCase) ?? false;
}
