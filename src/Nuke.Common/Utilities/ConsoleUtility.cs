using Nuke.Common.Execution;
using Nuke.Common.Prompts;

namespace Nuke.Common.Utilities;

/// <summary>Asks the person at the terminal. What other targets print in the meantime appears after the answer.</summary>
public class ConsoleUtility
{
    private static Prompt Prompt => BuildSession.Current.Prompt
        ?? throw new InvalidOperationException("A question cannot be asked here: nobody is at a terminal. Give the value as a parameter.");

    /// <summary>The line that was typed, else the default.</summary>
    public static string? PromptForInput(string question, string? defaultValue) => Ask(x => x.Input(question, defaultValue));

    /// <summary>The value of the option that was chosen with the arrow keys.</summary>
    public static T PromptForChoice<T>(string question, params (T, string)[] options) => Ask(x => x.Choice(question, options));

    /// <summary>The line that was typed, of which only asterisks were visible.</summary>
    public static string ReadSecret() => Ask(x => x.ReadSecret());

    private static T Ask<T>(Func<Prompt, T> ask)
    {
        using (BuildSession.Current.Output.Pause())
        {
            return ask(Prompt);
        }
    }
}
