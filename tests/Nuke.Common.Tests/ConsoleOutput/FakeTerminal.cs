namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>
/// What a terminal shows of what is written to it: text, line ends, wrapping, cursor up, erase below, cursor on and off. Anything else fails,
/// so that nothing is printed that the model does not know.
/// </summary>
internal sealed class FakeTerminal(int columns = 60) : StringWriter
{
    private readonly List<char[]> _rows = [];
    private int _row;
    private int _column;

    public bool IsCursorVisible { get; private set; } = true;

    /// <summary>Everything from the first line on, colours left out.</summary>
    public string Screen => string.Join('\n', _rows.Select(x => new string(x).Replace("\u0001", "").Replace('\0', ' ').TrimEnd())).TrimEnd();

    public int Frames { get; private set; }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        value ??= "";
        Frames++;
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '\n':
                    _row++;
                    _column = 0;
                    break;
                case '\r':
                    _column = 0;
                    break;
                case '\e':
                    i = Control(value, i);
                    break;
                default:
                    Put(value[i]);
                    break;
            }
        }
    }

    private int Control(string value, int start)
    {
        var end = start + 2;
        while (!char.IsAsciiLetter(value[end]))
        {
            end++;
        }

        var parameter = value[(start + 2)..end];
        switch (value[end])
        {
            case 'A':
                _row = Math.Max(0, _row - int.Parse(parameter));
                break;
            case 'J' when parameter == "":
                if (_row < _rows.Count)
                {
                    Array.Clear(_rows[_row], _column, columns - _column);
                    _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                }

                break;
            case 'h' or 'l' when parameter == "?25":
                IsCursorVisible = value[end] == 'h';
                break;
            case 'm':
                break;
            default:
                throw new InvalidOperationException($"The model does not know ESC{value[(start + 1)..(end + 1)]}.");
        }

        return end;
    }

    private void Put(char value)
    {
        if (_column == columns)
        {
            _row++;
            _column = 0;
        }

        while (_rows.Count <= _row)
        {
            _rows.Add(new char[columns]);
        }

        for (var i = 0; i < _column; i++)
        {
            if (_rows[_row][i] == '\0')
            {
                _rows[_row][i] = ' ';
            }
        }

        _rows[_row][_column++] = value;

        // Characters of Chinese, Japanese and Korean take two columns.
        if (value is >= '\u2e80' and <= '\uffdc')
        {
            _rows[_row][_column++] = '\u0001';
        }
    }
}
