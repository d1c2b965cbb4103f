using System.Collections;

namespace Nuke.Common.Tooling;

/// <summary>The lines that a process wrote. Two threads add while others read what is there so far.</summary>
internal sealed class OutputLines : IReadOnlyCollection<Output>
{
    private readonly List<Output> _lines = [];

    public int Count
    {
        get
        {
            lock (_lines)
            {
                return _lines.Count;
            }
        }
    }

    public void Add(Output line)
    {
        lock (_lines)
        {
            _lines.Add(line);
        }
    }

    public IEnumerator<Output> GetEnumerator()
    {
        var count = Count;
        for (var i = 0; i < count; i++)
        {
            yield return At(i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Output At(int index)
    {
        lock (_lines)
        {
            return _lines[index];
        }
    }
}
