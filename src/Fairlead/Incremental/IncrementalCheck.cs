namespace Fairlead.Incremental;

/// <summary>Whether a target has to run, and why.</summary>
public sealed class IncrementalCheck
{
    internal IncrementalCheck(string target, string? reason, string keys, FileSnapshot inputs)
    {
        Target = target;
        Reason = reason;
        Keys = keys;
        Inputs = inputs;
    }

    public string Target { get; }

    /// <summary>null when nothing changed; otherwise why the target has to run, as a clause such as <c>3 inputs changed: a, b, c</c>.</summary>
    public string? Reason { get; }

    public bool IsUnchanged => Reason is null;

    internal string Keys { get; }

    /// <summary>As they were before the target started: one that changes while it runs counts as changed the next time.</summary>
    public FileSnapshot Inputs { get; }

    /// <summary>Identifies this run in the mark that <see cref="IncrementalRecord.Begin"/> leaves.</summary>
    internal string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Another build was running the same target when this run began.</summary>
    internal bool IsShared { get; set; }
}
