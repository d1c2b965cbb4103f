using System.Text.RegularExpressions;

namespace Fairlead.Testing.Fuzzing;

/// <summary>What is wrong with what a target does with an input.</summary>
/// <param name="Kind">Inputs of one kind are the same fault.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Exception">What was thrown; null when nothing was.</param>
internal sealed partial record FuzzFault(string Kind, string Sentence, Exception? Exception = null)
{
    public static FuzzFault Thrown(Exception exception)
        => new(exception.GetType().FullName!, $"It threw {exception.GetType().FullName}, which is no refusal: {exception.Message}", exception);

    public static FuzzFault Memory(long allocated, long allowed) => new("memory", $"It allocated {allocated:N0} bytes, where {allowed:N0} are allowed.");

    /// <summary>A refusal is for people: it says something, and nothing of types and stacks. Null when that is so.</summary>
    public static FuzzFault? OfRefusal(Exception refusal, string input)
    {
        var message = refusal.Message;
        if (string.IsNullOrWhiteSpace(message))
        {
            return new FuzzFault("silent refusal", "It refused without a word.", refusal);
        }

        // What the input says itself may be told.
        return TypeName().Matches(message).FirstOrDefault(x => !input.Contains(x.Value, StringComparison.Ordinal)) is { } type
            ? new FuzzFault("refusal with a type", $"Its refusal names '{type.Value}': {message}", refusal)
            : null;
    }

    [GeneratedRegex(@"(?<![\w./\\])(System|Microsoft|Fairlead|Nuke|Amazon)\.[A-Z]\w+(\.[A-Z]\w*)*|^[ \t]+at \S+\(|Exception of type", RegexOptions.Multiline)]
    private static partial Regex TypeName();
}
