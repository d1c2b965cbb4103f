using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>Keeps what a runner tells, and lets a test wait for a line.</summary>
public sealed class RecordingReporter : IReporter
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<(string Part, TaskCompletionSource Seen)> _waiters = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Everything that was told, in one text.</summary>
    public string Text => string.Join('\n', Lines);

    public void Information(string message) => Add(message);

    public void Warning(string message) => Add($"warning: {message}");

    public void Progress(string activity, long done, long total)
    {
    }

    /// <summary>Completes when a line with this part was told.</summary>
    public Task SeenAsync(string part)
    {
        lock (_lock)
        {
            if (_lines.Any(x => x.Contains(part, StringComparison.Ordinal)))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((part, seen));
            return seen.Task.WaitAsync(Limit);
        }
    }

    private void Add(string line)
    {
        lock (_lock)
        {
            _lines.Add(line);
            foreach (var waiter in _waiters.Where(x => line.Contains(x.Part, StringComparison.Ordinal)).ToList())
            {
                _waiters.Remove(waiter);
                waiter.Seen.SetResult();
            }
        }
    }
}
