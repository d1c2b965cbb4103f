using System.Buffers;

namespace Fairlead.Secrets;

/// <summary>
/// A text as it is read by whoever takes escapes out of it, with the way back to the characters that were written. A secret is looked for in each, so that it
/// does not matter which characters a program chose to escape, how often, or in which case it writes hexadecimal digits. Its memory is lent, and goes back
/// when it is disposed.
/// </summary>
internal sealed class TextView : IDisposable
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

    private readonly ReadOnlyMemory<char> _text;
    private readonly char[]? _characters;
    private readonly int[]? _starts;

    private TextView(ReadOnlyMemory<char> text) => _text = text;

    private TextView(char[] characters, int[] starts, int length)
    {
        _text = characters.AsMemory(0, length);
        _characters = characters;
        _starts = starts;
    }

    public ReadOnlySpan<char> Text => _text.Span;

    /// <summary>Where an escape begins that the end of the text has cut off; the length of the text when none is.</summary>
    public int OpenEscape
    {
        get
        {
            var text = Text;
            for (var at = Math.Max(0, text.Length - Escapes.Longest + 1); at < text.Length; at++)
            {
                if (Escapes.IsOpen(text[at..]))
                {
                    return at;
                }
            }

            return text.Length;
        }
    }

    /// <summary>Where the character was written; for the position behind the last one, the length of what was written.</summary>
    public int Source(int at) => _starts is null ? at : _starts[at];

    /// <summary>The text itself first, then what is read from it.</summary>
    public static TextViews Of(ReadOnlyMemory<char> text)
    {
        var views = new List<TextView> { new(text) };
        for (var i = 0; i < views.Count && text.Span.IndexOfAny("%\\&+") >= 0; i++)
        {
            foreach (var (triggers, read) in Notations)
            {
                if (views.Count == MostViews || views[i].Read(triggers, read) is not { } next)
                {
                    continue;
                }

                if (views.Exists(x => x.Text.SequenceEqual(next.Text)))
                {
                    next.Dispose();
                }
                else
                {
                    views.Add(next);
                }
            }
        }

        return new TextViews(views);
    }

    public void Dispose()
    {
        if (_characters is not null && _starts is not null)
        {
            ArrayPool<char>.Shared.Return(_characters);
            ArrayPool<int>.Shared.Return(_starts);
        }
    }

    private TextView? Read(string triggers, Escapes.Reader read)
    {
        var text = Text;
        if (text.IndexOfAny(triggers) < 0)
        {
            return null;
        }

        // No escape is shorter than what it stands for.
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var starts = ArrayPool<int>.Shared.Rent(text.Length + 1);
        Span<char> decoded = stackalloc char[2];
        var written = 0;
        var changes = false;
        for (var at = 0; at < text.Length;)
        {
            var (length, count) = read(text[at..], decoded);
            changes |= length > 0;
            if (length == 0)
            {
                (length, count, decoded[0]) = (1, 1, text[at]);
            }

            for (var i = 0; i < count; i++)
            {
                characters[written] = decoded[i];
                starts[written++] = Source(at);
            }

            at += length;
        }

        starts[written] = Source(text.Length);
        var view = new TextView(characters, starts, written);
        if (!changes)
        {
            view.Dispose();
        }

        return changes ? view : null;
    }
}
