namespace Nuke.Common.Execution;

/// <summary>
/// Hands out the smallest of the numbers it holds: a binary heap. The framework's PriorityQueue of numbers is not there in compiled form, so
/// that every start of a build would compile it.
/// </summary>
internal sealed class NumberQueue
{
    private long[] _heap = new long[16];

    public int Count { get; private set; }

    /// <summary>In no particular order.</summary>
    public IEnumerable<long> Numbers => _heap.Take(Count);

    public void Enqueue(long number)
    {
        if (Count == _heap.Length)
        {
            var larger = new long[Count * 2];
            for (var i = 0; i < Count; i++)
            {
                larger[i] = _heap[i];
            }

            _heap = larger;
        }

        var at = Count++;
        while (at > 0 && _heap[(at - 1) / 2] > number)
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = number;
    }

    public bool TryDequeue(out long number)
    {
        number = _heap[0];
        if (Count == 0)
        {
            return false;
        }

        var last = _heap[--Count];
        var at = 0;
        for (var child = 1; child < Count; child = (2 * at) + 1)
        {
            if (child + 1 < Count && _heap[child + 1] < _heap[child])
            {
                child++;
            }

            if (_heap[child] >= last)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = last;
        return true;
    }
}
