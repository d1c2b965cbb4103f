namespace Fairlead.Reporting;

/// <summary>Takes the times of a run while it goes on. May be called from several threads.</summary>
/// <param name="time">The clock.</param>
public sealed class RunRecorder(TimeProvider time)
{
    // A tool that goes wrong can log thousands of errors: the first ones say what happened, the last one what came of it.
    private const int FirstLines = 15;
    private const int LastLines = 5;

    private readonly Lock _lock = new();
    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<string, double> _starts = [];
    private readonly Dictionary<string, double> _ends = [];
    private readonly Dictionary<string, List<string>> _errors = [];

    /// <summary>When the recorder was made, UTC.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>The actions of the target start now.</summary>
    public void Running(string target) => Note(_starts, target);

    /// <summary>The target is over, whatever became of it, or is skipped.</summary>
    public void Ended(string target) => Note(_ends, target);

    /// <summary>The target logged an error.</summary>
    public void Error(string target, string message)
    {
        lock (_lock)
        {
            if (!_errors.TryGetValue(target, out var lines))
            {
                _errors[target] = lines = [];
            }

            foreach (var line in message.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            {
                lines.Add(line);
                if (lines.Count > FirstLines + LastLines + 1)
                {
                    lines[FirstLines] = "…";
                    lines.RemoveAt(FirstLines + 1);
                }
            }
        }
    }

    /// <summary>The run as it is now.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="invoked">Names of the targets that were asked for.</param>
    /// <param name="targets">The plan, with everything but times and errors.</param>
    public RunRecord Finish(RunOutcome outcome, IReadOnlyList<string> invoked, IEnumerable<TargetRecord> targets)
    {
        lock (_lock)
        {
            return new RunRecord
            {
                Outcome = outcome,
                Started = Started,
                Seconds = Now(),
                Invoked = invoked,
                Targets = [.. targets.Select(x => x with
                {
                    Start = _starts.TryGetValue(x.Name, out var start) ? start : null,
                    End = _ends.TryGetValue(x.Name, out var end) ? end : null,
                    Errors = _errors.TryGetValue(x.Name, out var errors) ? [.. errors] : [],
                })],
            };
        }
    }

    private void Note(Dictionary<string, double> times, string target)
    {
        lock (_lock)
        {
            times[target] = Now();
        }
    }

    private double Now() => Math.Round(time.GetElapsedTime(_started).TotalSeconds, 4);
}
