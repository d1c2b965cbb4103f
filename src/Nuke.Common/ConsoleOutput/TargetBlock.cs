using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>The output of one target that is running or waits for its turn to be printed.</summary>
internal sealed class TargetBlock(string name)
{
    private readonly StringBuilder _partial = new();

    /// <summary>For what is written outside of targets.</summary>
    public static TargetBlock None { get; } = new("");

    public string Name { get; } = name;
    public List<string> Lines { get; } = [];

    /// <summary>Adds text and returns the lines that it completes.</summary>
    public IReadOnlyList<string> Complete(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        int end;
        while ((end = text.IndexOf('\n')) >= 0)
        {
            _partial.Append(text[..end]);
            lines.Add(_partial.ToString().TrimEnd('\r'));
            _partial.Clear();
            text = text[(end + 1)..];
        }

        _partial.Append(text);
        return lines;
    }

    /// <summary>What was written without a line end; null when nothing was.</summary>
    public string TakePartial()
    {
        var rest = _partial.Length > 0 ? _partial.ToString() : null;
        _partial.Clear();
        return rest;
    }
}
