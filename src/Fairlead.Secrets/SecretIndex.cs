namespace Fairlead.Secrets;

/// <summary>Finds many texts in one pass: by their first two characters, and of those with the same start the longest that fits.</summary>
internal sealed class SecretIndex
{
    private const int FilterBits = 1 << 12;

    // Nearly every position of a line is left here: one bit for some of the pairs of characters that a text may begin with.
    private readonly ulong[] _filter = new ulong[FilterBits / 64];
    private readonly Dictionary<uint, Entry[]> _byStart;
    private readonly HashSet<char> _first;
    private readonly HashSet<char> _alone;
    private readonly int _longest;

    /// <param name="texts">Found wherever they stand.</param>
    /// <param name="words">Found where neither a letter nor a digit stands beside them.</param>
    public SecretIndex(IEnumerable<string> texts, IEnumerable<string> words)
    {
        Entry[] entries =
        [
            .. texts.Distinct(StringComparer.Ordinal).Select(x => new Entry(x, IsWord: false)),
            .. words.Distinct(StringComparer.Ordinal).Select(x => new Entry(x, IsWord: true)),
        ];
        _alone = [.. entries.Where(x => x.Text.Length == 1).Select(x => x.Text[0])];
        _first = [.. entries.Select(x => x.Text[0])];
        _longest = entries.Length == 0 ? 0 : entries.Max(x => x.Text.Length);
        _byStart = entries
            .Where(x => x.Text.Length > 1)
            .GroupBy(x => Start(x.Text[0], x.Text[1]))
            .ToDictionary(x => x.Key, x => x.OrderByDescending(y => y.Text.Length).ToArray());
        foreach (var start in _byStart.Keys)
        {
            var bit = Bit(start);
            _filter[bit / 64] |= 1UL << (bit % 64);
        }
    }

    public static SecretIndex Empty { get; } = new([], []);

    /// <summary>Of the longest text, in characters.</summary>
    public int Longest => _longest;

    public bool IsEmpty => _longest == 0;

    public void Find(TextView view, MaskedSpans spans)
    {
        var text = view.Text;
        for (var at = 0; at < text.Length && !IsEmpty; at++)
        {
            if (LongestAt(text, at) is > 0 and var length)
            {
                spans.Add(view.Source(at), view.Source(at + length));
            }
        }
    }

    /// <summary>Where the rest of a text begins that may be the beginning of one that is looked for; the length of the text when none does.</summary>
    public int OpenStart(ReadOnlySpan<char> text)
    {
        for (var at = Math.Max(0, text.Length - _longest + 1); at < text.Length; at++)
        {
            var rest = text[at..];
            if (rest.Length == 1 ? _first.Contains(rest[0]) : Candidates(rest[0], rest[1]) is { } candidates && Continues(candidates, rest))
            {
                return at;
            }
        }

        return text.Length;
    }

    private static bool Continues(Entry[] candidates, ReadOnlySpan<char> rest)
    {
        foreach (var entry in candidates)
        {
            if (entry.Text.Length > rest.Length && entry.Text.AsSpan().StartsWith(rest))
            {
                return true;
            }
        }

        return false;
    }

    private int LongestAt(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && Candidates(text[at], text[at + 1]) is { } candidates)
        {
            foreach (var entry in candidates)
            {
                if (text[at..].StartsWith(entry.Text) && (!entry.IsWord || IsWord(text, at, entry.Text.Length)))
                {
                    return entry.Text.Length;
                }
            }
        }

        return _alone.Count > 0 && _alone.Contains(text[at]) ? 1 : 0;
    }

    private Entry[]? Candidates(char first, char second)
    {
        var start = Start(first, second);
        var bit = Bit(start);
        return (_filter[bit / 64] & (1UL << (bit % 64))) != 0 ? _byStart.GetValueOrDefault(start) : null;
    }

    private static bool IsWord(ReadOnlySpan<char> text, int at, int length)
        => (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + length == text.Length || !char.IsLetterOrDigit(text[at + length]));

    private static uint Start(char first, char second) => ((uint)first << 16) | second;

    private static int Bit(uint start) => (int)(((start >> 16) * 31 + start) & (FilterBits - 1));

    private sealed record Entry(string Text, bool IsWord);
}
