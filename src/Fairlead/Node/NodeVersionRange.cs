using System.Globalization;

namespace Fairlead.Node;

/// <summary>
/// The version range of <c>engines.node</c> in package.json: the grammar of https://github.com/npm/node-semver#ranges without
/// pre-release tags, which Node.js releases do not have.
/// </summary>
public sealed class NodeVersionRange
{
    private readonly string _text;
    private readonly IReadOnlyList<IReadOnlyList<Comparator>> _alternatives;

    private NodeVersionRange(string text, IReadOnlyList<IReadOnlyList<Comparator>> alternatives)
    {
        _text = text;
        _alternatives = alternatives;
    }

    /// <summary>Every version.</summary>
    public static NodeVersionRange Any { get; } = Parse("*");

    /// <exception cref="FormatException">The text is not a range; the message says which part is not.</exception>
    public static NodeVersionRange Parse(string text)
        => new(text, text.Split("||").Select(x => (IReadOnlyList<Comparator>)ParseAlternative(x.Trim()).ToList()).ToList());

    public bool Contains(NodeVersion version) => _alternatives.Any(x => x.All(comparator => comparator.Matches(version)));

    public override string ToString() => _text;

    private static IEnumerable<Comparator> ParseAlternative(string text)
    {
        var hyphen = text.Split(" - ", StringSplitOptions.TrimEntries);
        if (hyphen.Length == 2)
        {
            return [new(">=", Partial.Parse(hyphen[0]).Floor), .. UpTo(Partial.Parse(hyphen[1]))];
        }

        // Operators may stand apart from their version: ">= 20".
        var words = text.Replace(">= ", ">=")
            .Replace("<= ", "<=")
            .Replace("> ", ">")
            .Replace("< ", "<")
            .Replace("^ ", "^")
            .Replace("~ ", "~")
            .Replace("= ", "=")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.SelectMany(ParseWord);
    }

    private static IEnumerable<Comparator> ParseWord(string word)
    {
        var version = word.TrimStart('<', '>', '=', '^', '~');
        var sign = word[..^version.Length];
        var partial = Partial.Parse(version);
        return sign switch
        {
            "" or "=" => partial.IsExact ? [new("=", partial.Floor)] : partial.IsAny ? [] : [new(">=", partial.Floor), new("<", partial.Ceiling)],
            ">=" => [new(">=", partial.Floor)],
            ">" => [partial.IsExact ? new(">", partial.Floor) : new(">=", partial.Ceiling)],
            "<" => [new("<", partial.Floor)],
            "<=" => UpTo(partial),
            "~" => [
                new(">=", partial.Floor),
                new("<", partial.Minor is null ? partial.Ceiling : new NodeVersion(partial.Floor.Major, partial.Floor.Minor + 1, 0))
            ],
            "^" => [new(">=", partial.Floor), new("<", CaretCeiling(partial))],
            _ => throw new FormatException($"'{word}' is not a version range: '{sign}' is not an operator."),
        };
    }

    private static IEnumerable<Comparator> UpTo(Partial partial)
        => partial.IsAny ? [] : [partial.IsExact ? new("<=", partial.Floor) : new("<", partial.Ceiling)];

    /// <summary>Up to the first version that changes the left-most number that is not zero.</summary>
    private static NodeVersion CaretCeiling(Partial partial) => partial.Floor switch
    {
        { Major: > 0 } x => new(x.Major + 1, 0, 0),
        { Minor: > 0 } x => new(0, x.Minor + 1, 0),
        _ when !partial.IsExact => partial.Ceiling,
        var x => new(0, 0, x.Patch + 1),
    };

    private readonly record struct Comparator(string Sign, NodeVersion Version)
    {
        public bool Matches(NodeVersion candidate) => candidate.CompareTo(Version) switch
        {
            < 0 => Sign is "<" or "<=",
            0 => Sign is "=" or "<=" or ">=",
            > 0 => Sign is ">" or ">=",
        };
    }

    /// <summary>A version of which the last numbers may be missing: <c>20</c>, <c>20.19</c>, <c>20.x</c>, <c>*</c>.</summary>
    private sealed record Partial(int? Major, int? Minor, int? Patch)
    {
        public bool IsAny => Major is null;

        public bool IsExact => Patch is not null;

        public NodeVersion Floor => new(Major ?? 0, Minor ?? 0, Patch ?? 0);

        /// <summary>The first version behind the range that the missing numbers leave open.</summary>
        public NodeVersion Ceiling => this switch
        {
            { Major: null } => new(int.MaxValue, 0, 0),
            { Minor: null } => new(Major.Value + 1, 0, 0),
            _ => new(Major.Value, Minor.Value + 1, 0),
        };

        public static Partial Parse(string text)
        {
            var parts = text.TrimStart('v').Split('.');
            if (parts.Length > 3)
            {
                throw new FormatException($"'{text}' is not a version: it has more than three numbers.");
            }

            var numbers = parts.Select(x => x is "" or "*" or "x" or "X"
                ? (int?)null
                : int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                    : throw new FormatException($"'{text}' is not a version: '{x}' is not a number.")).ToList();
            return new Partial(numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2));
        }
    }
}
