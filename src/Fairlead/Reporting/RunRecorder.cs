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
    private readonly Dictionary<string, Notes> _notes = [];

    /// <summary>When the recorder was made, UTC.</summary>
    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>Whether a target had its turn.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_lock)
            {
                return _notes.Count > 0;
            }
        }
    }

    /// <summary>The actions of the target start now.</summary>
    public void Running(string target)
    {
        lock (_lock)
        {
            Of(target).Start = Now();
        }
    }

    /// <summary>The target is over, whatever became of it, or is skipped.</summary>
    public void Ended(string target)
    {
        lock (_lock)
        {
            Of(target).End = Now();
        }
    }

    /// <summary>The target logged an error.</summary>
    public void Error(string target, string message)
    {
        lock (_lock)
        {
            var lines = Of(target).Errors;
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
                Targets = [.. targets.Select(x => x with { Start = Of(x.Name).Start, End = Of(x.Name).End, Errors = [.. Of(x.Name).Errors] })],
            };
        }
    }

    private Notes Of(string target)
    {
        if (!_notes.TryGetValue(target, out var notes))
        {
            _notes[target] = notes = new Notes();
        }

        return notes;
    }

    private double Now() => Math.Round(time.GetElapsedTime(_started).TotalSeconds, 4);

    private sealed class Notes
    {
        public double? Start { get; set; }

        public double? End { get; set; }

        public List<string> Errors { get; } = [];
    }
}
