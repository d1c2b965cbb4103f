using System.Text;

namespace Fairlead.Secrets;

/// <summary>
/// A text as it is read by whoever takes escapes out of it, with the way back to the characters that were written. A secret is looked for in each, so that it
/// does not matter which characters a program chose to escape, how often, or in which case it writes hexadecimal digits.
/// </summary>
internal sealed class TextView
{
    // JSON in JSON in a URL is three deep. Each view that is deeper is of a text that was changed by the one before.
    private const int MostViews = 16;

    private static readonly (string Triggers, Escapes.Reader Read)[] Notations =
    [
        ("%", Escapes.Percent),
        ("+", Escapes.Form),
        ("\\", Escapes.Backslash),
        ("&", Escapes.CharacterReference),
    ];

    private readonly int[]? _starts;

    private TextView(string text, int[]? starts, int openEscape)
    {
        Text = text;
        OpenEscape = openEscape;
        _starts = starts;
    }

    public string Text { get; }

    /// <summary>Where an escape begins that the end of the text has cut off; the length of the text when none is.</summary>
    public int OpenEscape { get; }

    /// <summary>Where the character was written; for the position behind the last one, the length of what was written.</summary>
    public int Source(int at) => _starts is null ? at : _starts[at];

    /// <summary>The text itself first, then what is read from it.</summary>
    public static IReadOnlyList<TextView> Of(string text)
    {
        if (text.AsSpan().IndexOfAny("%\\&+") < 0)
        {
            return [new TextView(text, null, text.Length)];
        }

        var views = new List<TextView> { new(text, null, OpenEscapeOf(text)) };
        for (var i = 0; i < views.Count; i++)
        {
            foreach (var (triggers, read) in Notations)
            {
                if (views.Count < MostViews && views[i].Read(triggers, read) is { } next && !views.Exists(x => x.Text == next.Text))
                {
                    views.Add(next);
                }
            }
        }

        return views;
    }

    private TextView? Read(string triggers, Escapes.Reader read)
    {
        if (Text.AsSpan().IndexOfAny(triggers) < 0)
        {
            return null;
        }

        var text = new StringBuilder(Text.Length);
        var starts = new List<int>(Text.Length + 1);
        Span<char> characters = stackalloc char[2];
        var changes = false;
        for (var at = 0; at < Text.Length;)
        {
            var (length, count) = read(Text.AsSpan(at), characters);
            changes |= length > 0;
            for (var i = 0; i < Math.Max(count, length == 0 ? 1 : 0); i++)
            {
                text.Append(length == 0 ? Text[at] : characters[i]);
                starts.Add(Source(at));
            }

            at += Math.Max(1, length);
        }

        starts.Add(Source(Text.Length));
        if (!changes)
        {
            return null;
        }

        return new TextView(text.ToString(), [.. starts], OpenEscapeOf(text.ToString()));
    }

    private static int OpenEscapeOf(string text)
    {
        for (var at = Math.Max(0, text.Length - Escapes.Longest + 1); at < text.Length; at++)
        {
            if (Escapes.IsOpen(text.AsSpan(at)))
            {
                return at;
            }
        }

        return text.Length;
    }
}
