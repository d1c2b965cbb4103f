using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>The part of a pattern for one name.</summary>
internal sealed class GlobName
{
    // Each pair of braces multiplies the names that a pattern stands for.
    private const int MostBraces = 64;
    private const int MostAlternatives = 1000;

    private readonly bool _isCaseSensitive;
    private readonly string[] _alternatives;

    public GlobName(string pattern, bool isCaseSensitive)
    {
        _isCaseSensitive = isCaseSensitive;
        _alternatives = pattern.AsSpan().Count('{') <= MostBraces ? [.. Alternatives(pattern).Take(MostAlternatives + 1)] : [];
        if (_alternatives.Length is 0 or > MostAlternatives)
        {
            throw new BuildException(
                $"A pattern with {pattern.AsSpan().Count('{')} braces stands for too many names.", "Write several patterns, or a * in the place of braces.");
        }

        Literal = isCaseSensitive && pattern.AsSpan().IndexOfAny("*?[]{}\\") < 0 ? pattern : null;
    }

    /// <summary>The only name that matches; null when there are others.</summary>
    public string? Literal { get; }

    public bool Matches(string name) => Literal is { } literal ? literal == name : _alternatives.Any(x => Matches(x, name));

    // a{b,c*}d becomes abd and ac*d.
    private static IEnumerable<string> Alternatives(string pattern)
    {
        var open = pattern.IndexOf('{');
        if (open < 0)
        {
            return [pattern];
        }

        var depth = 0;
        var starts = new List<int> { open + 1 };
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '{')
            {
                depth++;
            }
            else if (pattern[i] == ',' && depth == 1)
            {
                starts.Add(i + 1);
            }
            else if (pattern[i] == '}' && --depth == 0)
            {
                return starts.Zip([.. starts[1..], i + 1], (x, y) => pattern[..open] + pattern[x..(y - 1)] + pattern[(i + 1)..]).SelectMany(Alternatives);
            }
        }

        throw new BuildException($"The pattern '{pattern}' has a brace that is not closed.", "Write {a,b} for one of several texts.");
    }

    // Goes back to the last * where the rest does not match: linear for one, and never worse than the product of the lengths.
    private bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var (p, n, star, resume) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length && MatchesOne(pattern[p..], name[n], out var length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    private bool MatchesOne(ReadOnlySpan<char> pattern, char character, out int length)
    {
        length = 1;
        if (pattern[0] == '?')
        {
            return true;
        }

        if (pattern[0] == '\\' && pattern.Length > 1)
        {
            length = 2;
            return AreSame(pattern[1], character);
        }

        if (pattern[0] != '[' || pattern[1..].IndexOf(']') is not (> 0 and var end))
        {
            return AreSame(pattern[0], character);
        }

        length = end + 2;
        var set = pattern.Slice(1, end);
        var isNegated = set[0] == '!';
        return IsInSet(isNegated ? set[1..] : set, character) != isNegated;
    }

    private bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                if (Fold(character) >= Fold(set[i]) && Fold(character) <= Fold(set[i + 2]))
                {
                    return true;
                }

                i += 2;
            }
            else if (AreSame(set[i], character))
            {
                return true;
            }
        }

        return false;
    }

    private bool AreSame(char a, char b) => Fold(a) == Fold(b);

    private char Fold(char character) => _isCaseSensitive ? character : char.ToUpperInvariant(character);
}
