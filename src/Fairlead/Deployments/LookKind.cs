namespace Fairlead.Deployments;

/// <summary>What a step found when it looked.</summary>
public enum LookKind
{
    /// <summary>All that the step is about is as the release needs it. Nothing will be written.</summary>
    Unchanged,

    /// <summary>Something differs; the look says what.</summary>
    WouldChange,

    /// <summary>The place has nothing of the kind: a stack without a distribution has nothing to invalidate.</summary>
    NotApplicable,

    /// <summary>The release cannot be made like this; the look says why. Nothing will be written.</summary>
    Impossible,
}
