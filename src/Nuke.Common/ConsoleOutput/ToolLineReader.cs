using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Reads what a tool writes line by line, and tells lines that stay from those that a carriage return takes back, as the states of a progress
/// bar. A return at the end of a line, as Windows has it, is not one: it shows with what follows.
/// </summary>
internal sealed class ToolLineReader(TextReader reader)
{
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
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
