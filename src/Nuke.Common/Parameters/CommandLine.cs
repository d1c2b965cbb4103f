namespace Nuke.Common.Parameters;

/// <summary>
/// A command line taken apart: targets first, then switches, each with the tokens up to the next one as its values.
/// `--dashed-name`, `--Name` and `-Name` are the same; the last occurrence of a switch wins. As in NUKE, `--name=value` is not a form.
/// </summary>
internal sealed class CommandLine
{
    private readonly Dictionary<string, GivenSwitch> _named = [];

    public CommandLine(IEnumerable<string> arguments)
    {
        List<string>? values = null;
        var positional = new List<string>();
        foreach (var argument in arguments)
        {
            if (IsSwitch(argument))
            {
                _named[Normalize(argument)] = new GivenSwitch(argument, values = []);
            }
            else
            {
                (values ?? positional).Add(argument);
            }
        }

        Positional = positional;
    }

    public IReadOnlyList<string> Positional { get; }

    /// <summary>The switches as they were typed.</summary>
    public IEnumerable<string> Spellings => _named.Values.Select(x => x.Spelling);

    /// <summary>The values of a switch, empty when it was given without any, null when it was not given.</summary>
    public IReadOnlyList<string>? Find(string name) => _named.TryGetValue(Normalize(name), out var entry) ? entry.Values : null;

    /// <summary>Case, dashes and underscores do not matter: the switch of `_apiKey` is written --api-key.</summary>
    public static string Normalize(string name) => name.Replace("-", "").Replace("_", "").ToUpperInvariant();

    // "-5" and "-.5" are values: parameters can be numbers, and no member name starts with a digit.
    public static bool IsSwitch(string argument)
        => argument.Length > 1 && argument[0] == '-' && !char.IsDigit(argument[1]) && argument[1] != '.';

    private sealed record GivenSwitch(string Spelling, List<string> Values);
}
