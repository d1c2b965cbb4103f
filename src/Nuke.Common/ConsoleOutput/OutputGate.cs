using System.Collections.Concurrent;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// The lock of the output, and a mailbox for those who must not wait for it: a thread in Console.WriteLine holds the monitor of Console.Out, and
/// the thread inside may be waiting for just that, as in a host of the build's own that prints its headers with Console.WriteLine.
/// Whoever is inside takes out of the mailbox what is in it, first when entering and again when leaving.
/// </summary>
/// <param name="take">Called inside, by one thread at a time: the name of the target that wrote (null outside of targets) and its text.</param>
internal sealed class OutputGate(Action<string?, string> take)
{
    // More than this and the writer waits, so that a terminal that is slow or stopped slows down who prints.
    private const int MostWaiting = 10_000;

    // Never for good: the one inside may want the monitor of Console.Out, which the writer holds while it waits.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<Letter> _mailbox = new();

    public Inside Enter()
    {
        var isNested = _lock.IsHeldByCurrentThread;
        _lock.Enter();
        return Entered(isNested);
    }

    /// <summary>Whether the lock was free in time.</summary>
    public bool TryEnter(TimeSpan limit, out Inside inside)
    {
        var isNested = _lock.IsHeldByCurrentThread;
        var isEntered = _lock.TryEnter(limit);
        inside = isEntered ? Entered(isNested) : default;
        return isEntered;
    }

    /// <summary>Hands over text, at once when nobody is inside or the caller is.</summary>
    public void Post(string? target, string text)
    {
        if (_lock.IsHeldByCurrentThread)
        {
            take(target, text);
            return;
        }

        _mailbox.Enqueue(new Letter(target, text));
        if (_mailbox.Count > MostWaiting)
        {
            if (TryEnter(LongestWait, out var inside))
            {
                inside.Dispose();
            }
        }
        else
        {
            Empty();
        }
    }

    private Inside Entered(bool isNested)
    {
        try
        {
            if (!isNested)
            {
                Take();
            }

            return new Inside(this, isNested);
        }
        catch
        {
            _lock.Exit();
            throw;
        }
    }

    private void Leave(bool isNested)
    {
        _lock.Exit();
        if (!isNested)
        {
            Empty();
        }
    }

    // Who finds the lock taken can leave it at that: the one inside looks into the mailbox after having left.
    private void Empty()
    {
        while (!_mailbox.IsEmpty && _lock.TryEnter())
        {
            try
            {
                Take();
            }
            finally
            {
                _lock.Exit();
            }
        }
    }

    // Only what is there already, which includes all of the calling thread's: others may print faster than one can take.
    private void Take()
    {
        for (var count = _mailbox.Count; count > 0 && _mailbox.TryDequeue(out var letter); count--)
        {
            take(letter.Target, letter.Text);
        }
    }

    /// <summary>Disposed of when leaving.</summary>
    public readonly ref struct Inside(OutputGate gate, bool isNested)
    {
        public void Dispose() => gate.Leave(isNested);
    }

    private sealed record Letter(string? Target, string Text);
}
