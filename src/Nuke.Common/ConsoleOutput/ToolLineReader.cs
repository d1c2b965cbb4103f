namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Reads what a tool writes line by line, and tells lines that stay from those that a carriage return takes back, as the states of a progress
/// bar. A return at the end of a line, as Windows has it, is not one: it shows with what follows.
/// </summary>
/// <param name="reader">What the tool writes.</param>
/// <param name="longest">Characters of a line that are kept; a longer one says how much of it is missing.</param>
internal sealed class ToolLineReader(TextReader reader, int longest = LongLine.Longest)
{
    private readonly char[] _buffer = new char[4096];
    private readonly LongLine _line = new(longest);
    private int _start;
    private int _end;
    private bool _returned;

    /// <summary>null when the tool has closed the stream.</summary>
    public (string Text, bool IsTakenBack)? Read()
    {
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = reader.Read(_buffer);
                if (_end == 0)
                {
                    return _line.Length > 0 || _returned ? Take(isTakenBack: false) : null;
                }
            }

            if (_returned && _buffer[_start] is not ('\n' or '\r'))
            {
                if (_line.Length > 0)
                {
                    return Take(isTakenBack: true);
                }

                _returned = false;
            }

            var rest = _buffer.AsSpan(_start, _end - _start);
            var length = rest.IndexOfAny('\r', '\n');
            _line.Append(length < 0 ? rest : rest[..length]);
            if (length < 0)
            {
                _start = _end;
                continue;
            }

            var isEnd = rest[length] == '\n';
            _start += length + 1;
            if (isEnd)
            {
                return Take(isTakenBack: false);
            }

            _returned = true;
        }
    }

    private (string Text, bool IsTakenBack)? Take(bool isTakenBack)
    {
        var text = _line.ToString();
        _line.Clear();
        _returned = false;
        return (text, isTakenBack);
    }
}
