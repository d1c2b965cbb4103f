using System.Collections;

namespace Nuke.Common.Tooling;

/// <summary>
/// The lines that a process wrote. Two threads add while others read what is there so far. Of a process that writes without end the first lines are kept and
/// the last ones; between them stands a line that says what is left out, so that whoever parses the text finds it broken and not shorter.
/// </summary>
/// <param name="longest">Characters of the first lines.</param>
/// <param name="longestEnd">Characters of the last lines, once the first ones are full.</param>
internal sealed class OutputLines(long longest = OutputLines.Longest, long longestEnd = OutputLines.LongestEnd) : IReadOnlyCollection<Output>
{
    private const long Longest = 64 * 1024 * 1024;
    private const long LongestEnd = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly List<Output> _first = [];
    private readonly Queue<Output> _last = [];
    private long _characters;
    private long _lastCharacters;
    private long _leftLines;
    private long _leftCharacters;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _first.Count + _last.Count + (_leftLines > 0 ? 1 : 0);
            }
        }
    }

    public void Add(Output line)
    {
        // A line of no characters takes memory, too.
        var length = line.Text.Length + 1;
        lock (_lock)
        {
            if (_last.Count == 0 && _characters + length <= longest)
            {
                _first.Add(line);
                _characters += length;
                return;
            }

            _last.Enqueue(line);
            _lastCharacters += length;
            while (_lastCharacters > longestEnd && _last.Count > 1)
            {
                var left = _last.Dequeue().Text.Length;
                _lastCharacters -= left + 1;
                _leftLines++;
                _leftCharacters += left;
            }
        }
    }

    public IEnumerator<Output> GetEnumerator()
    {
        int count;
        List<Output> rest;
        lock (_lock)
        {
            count = _first.Count;
            rest = [.. _leftLines > 0 ? [Note()] : Array.Empty<Output>(), .. _last];
        }

        for (var i = 0; i < count; i++)
        {
            yield return At(i);
        }

        foreach (var line in rest)
        {
            yield return line;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Output Note() => new()
    {
        Type = OutputType.Std,
        Text = $"[{_leftLines} lines with {_leftCharacters} characters are left out here]",
    };

    private Output At(int index)
    {
        lock (_lock)
        {
            return _first[index];
        }
    }
}
