namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Makes lines of what is written in pieces. A carriage return takes back what the line says so far, as on a terminal, so that of a
/// progress bar only the last state becomes a line.
/// </summary>
internal sealed class LineAssembler
{
    // More than any terminal shows in a row, and room for the longest secret: the line is looked at ten times a second.
    private const int LongestBeginning = 64 * 1024;

    private readonly LongLine _partial = new(LongLine.Longest);
    private bool _returned;

    /// <summary>What the unfinished line says at the moment; of a long one the beginning, which may end in the middle of a secret.</summary>
    public string Partial => _partial.Beginning(LongestBeginning);

    /// <summary>Adds text and returns the lines that it completes.</summary>
    public IReadOnlyList<string> Add(ReadOnlySpan<char> text)
    {
        List<string>? lines = null;
        while (!text.IsEmpty)
        {
            var next = text.IndexOfAny('\r', '\n');
            if (next != 0)
            {
                var piece = next < 0 ? text : text[..next];
                if (_returned)
                {
                    _partial.Clear();
                }

                _returned = false;
                _partial.Append(piece);
                text = text[piece.Length..];
                continue;
            }

            if (text[0] == '\n')
            {
                (lines ??= []).Add(_partial.ToString());
                _partial.Clear();
                _returned = false;
            }
            else
            {
                _returned = true;
            }

            text = text[1..];
        }

        return lines ?? (IReadOnlyList<string>)[];
    }

    /// <summary>Ends the unfinished line; null when there is none.</summary>
    public string? Take()
    {
        var rest = _partial.Length > 0 ? _partial.ToString() : null;
        _partial.Clear();
        _returned = false;
        return rest;
    }
}
