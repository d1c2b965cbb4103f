namespace Nuke.Common;

/// <summary>A part of the output that <see cref="DisableDefaultOutputAttribute"/> turns off.</summary>
public enum DefaultOutput
{
    /// <summary>What a run starts with.</summary>
    Logo,

    /// <summary>The header of each target, on hosts whose log does not fold.</summary>
    TargetHeader,

    /// <summary>The folded part of each target, on hosts whose log folds.</summary>
    TargetCollapse,

    /// <summary>The list of errors and warnings at the end.</summary>
    ErrorsAndWarnings,

    /// <summary>The table with what became of each target.</summary>
    TargetOutcome,

    /// <summary>Whether the build succeeded.</summary>
    BuildOutcome,

    /// <summary>The time in front of log lines.</summary>
    Timestamps,
}
