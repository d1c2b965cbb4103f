using Fairlead.Reporting;

namespace Fairlead.Testing;

/// <summary>Keeps what a runner tells, and lets a test wait for a line.</summary>
public sealed class RecordingReporter : IReporter
{
    // For what hangs. What takes seconds takes a minute beside five stacks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly List<(string Text, bool IsWarning)> _lines = [];
    private readonly List<(string Part, TaskCompletionSource Seen)> _waiters = [];
    private readonly List<(string Activity, long Done, long Total)> _progress = [];

    /// <summary>Everything but progress, in order; a warning begins with <c>warning: </c>.</summary>
    public IReadOnlyList<string> Lines => Take(() => _lines.Select(x => x.IsWarning ? $"warning: {x.Text}" : x.Text));

    /// <summary>The warnings as they were told.</summary>
    public IReadOnlyList<string> Warnings => Take(() => _lines.Where(x => x.IsWarning).Select(x => x.Text));

    /// <summary>How far the work was, in order.</summary>
    public IReadOnlyList<(string Activity, long Done, long Total)> Progressed => Take(() => _progress);

    /// <summary>Every line, in one text.</summary>
    public string Text => string.Join('\n', Lines);

    /// <summary>Called with each line as it is told, in the thread that tells it.</summary>
    public Action<string>? Told { get; init; }

    public void Information(string message) => Add(message, isWarning: false);

    public void Warning(string message) => Add(message, isWarning: true);

    public void Progress(string activity, long done, long total)
    {
        lock (_lock)
        {
            _progress.Add((activity, done, total));
        }
    }

    /// <summary>Completes when a line with this part was told.</summary>
    public Task SeenAsync(string part)
    {
        lock (_lock)
        {
            if (_lines.Any(x => x.Text.Contains(part, StringComparison.Ordinal)))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((part, seen));
            return seen.Task.WaitAsync(Limit);
        }
    }

    private void Add(string text, bool isWarning)
    {
        lock (_lock)
        {
            _lines.Add((text, isWarning));
            foreach (var waiter in _waiters.Where(x => text.Contains(x.Part, StringComparison.Ordinal)).ToList())
            {
                _waiters.Remove(waiter);
                waiter.Seen.SetResult();
            }
        }

        Told?.Invoke(text);
    }

    private IReadOnlyList<T> Take<T>(Func<IEnumerable<T>> part)
    {
        lock (_lock)
        {
            return [.. part()];
        }
    }
}
