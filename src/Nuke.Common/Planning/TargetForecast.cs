namespace Nuke.Common.Planning;

/// <summary>What will happen to a target, as far as it can be known before the run.</summary>
internal enum TargetForecast
{
    Runs,

    /// <summary>Decided right before the target, by a condition.</summary>
    MayBeSkipped,

    Skipped,
}
