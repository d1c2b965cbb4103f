using System.Collections;

namespace Nuke.Common.Tooling;

/// <summary>
/// The lines that a process wrote. Two threads add while others read what is there so far. Of a process that writes without end the first lines are kept and
/// the last ones; between them stands a line that says what is left out, so that whoever parses the text finds it broken and not shorter.
/// </summary>
/// <param name="largest">Bytes of memory for the first lines.</param>
/// <param name="largestEnd">Bytes of memory for the last lines, once the first ones are full.</param>
internal sealed class OutputLines(long largest = OutputLines.Largest, long largestEnd = OutputLines.LargestEnd) : IReadOnlyCollection<Output>
{
    private const long Largest = 128 * 1024 * 1024;
    private const long LargestEnd = 2 * 1024 * 1024;

    // The string's head, the Output and its place in the list: a line of no characters takes memory, too.
    private const int LineOverhead = 64;

    private readonly Lock _lock = new();
    private readonly List<Output> _first = [];
    private readonly Queue<Output> _last = [];
    private long _bytes;
    private long _lastBytes;
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
        var bytes = BytesOf(line);
        lock (_lock)
        {
            if (_last.Count == 0 && _bytes + bytes <= largest)
            {
                _first.Add(line);
                _bytes += bytes;
                return;
            }

            _last.Enqueue(line);
            _lastBytes += bytes;
            while (_lastBytes > largestEnd && _last.Count > 1)
            {
                var left = _last.Dequeue();
                _lastBytes -= BytesOf(left);
                _leftLines++;
                _leftCharacters += left.Text.Length;
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

    private static long BytesOf(Output line) => (2L * line.Text.Length) + LineOverhead;

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
