using System.Text;
using Fairlead.Secrets;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// The console: lines that stay, and below them an area that is painted over. Only the thread that holds the output's lock calls it.
/// A frame is one write that hides the cursor and shows it again, so that whatever ends the process never leaves a hidden cursor.
/// </summary>
internal sealed class ConsoleScreen(TextWriter writer, OutputStyle style, SecretMask secrets)
{
    // Lines come faster than anybody reads. They wait for the next frame, but not in any number.
    private const int LargestWait = 64 * 1024;

    private readonly StringBuilder _waiting = new();
    private IReadOnlyList<string> _area = [];
    private bool _isPaused;

    public bool HasColor => style.HasColor;

    public string Color(string? code, string text) => style.HasColor && text.Length > 0 ? $"{code}{text}{Ansi.Reset}" : text;

    public void Line(string line)
    {
        line = secrets.Apply(line) + "\n";
        if (_area.Count == 0 && !_isPaused)
        {
            writer.Write(line);
            writer.Flush();
            return;
        }

        _waiting.Append(line);
        if (_waiting.Length > LargestWait && !_isPaused)
        {
            Paint(_area, int.MaxValue);
        }
    }

    /// <summary>Writes the lines that wait and the area below them; without rows the area disappears.</summary>
    /// <param name="rows">Each fits into the window.</param>
    /// <param name="columns">How wide the window is now; it may have shrunk since the last frame.</param>
    public void Paint(IReadOnlyList<string> rows, int columns)
    {
        if (_isPaused || (_waiting.Length == 0 && rows.SequenceEqual(_area)))
        {
            return;
        }

        var frame = new StringBuilder(Ansi.HideCursor);
        if (_area.Count > 0)
        {
            frame.Append('\r').Append(Ansi.Up(Height(columns) - 1)).Append(Ansi.EraseBelow);
        }

        frame.Append(_waiting).AppendJoin('\n', rows).Append(Ansi.ShowCursor);
        _waiting.Clear();
        _area = rows;
        writer.Write(frame.ToString());
        writer.Flush();
    }

    /// <summary>Clears the area and keeps everything back, while somebody else writes to the console.</summary>
    public void Pause(int columns)
    {
        Paint([], columns);
        _isPaused = true;
    }

    public void Resume()
    {
        if (!_isPaused)
        {
            return;
        }

        _isPaused = false;
        writer.Write(_waiting.ToString());
        writer.Flush();
        _waiting.Clear();
    }

    // A terminal that became narrower has broken the rows of the last frame.
    private int Height(int columns) => _area.Sum(x => 1 + Math.Max(0, AnsiText.Width(x) - 1) / Math.Max(1, columns));
}
