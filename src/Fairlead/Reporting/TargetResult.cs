namespace Fairlead.Reporting;

/// <summary>What became of a target in a run.</summary>
public enum TargetResult
{
    Succeeded,
    Failed,

    /// <summary>It ran when the run was cancelled.</summary>
    Cancelled,

    /// <summary>By a condition or by the command line.</summary>
    Skipped,

    /// <summary>It would have run, had the run not failed or been cancelled before.</summary>
    NotRun,

    /// <summary>It has no actions of its own; it groups others.</summary>
    Group,
}
