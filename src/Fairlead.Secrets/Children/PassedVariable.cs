namespace Fairlead.Secrets.Children;

/// <summary>What a build names for a tool: the tool gets the variable although it is a credential.</summary>
/// <param name="Program">The program's name without directory and extension: <c>npm</c>; <c>*</c> is every one.</param>
/// <param name="Variable">The variable's name; <c>*</c> at the end stands for anything.</param>
public sealed record PassedVariable(string Program, string Variable)
{
    /// <summary>Reads <c>npm=NODE_AUTH_TOKEN</c> or <c>docker=AWS_*</c>.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static PassedVariable Parse(string text)
        => text.Split('=') is [{ Length: > 0 } program, { Length: > 0 } variable]
            ? new PassedVariable(program, variable)
            : throw new FormatException("Expected a tool and a variable, such as npm=NODE_AUTH_TOKEN or docker=AWS_*.");

    internal bool Is(string program, string variable) => NamePattern.Matches(Program, program) && NamePattern.Matches(Variable, variable);
}
