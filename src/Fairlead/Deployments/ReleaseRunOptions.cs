namespace Fairlead.Deployments;

/// <summary>What the user says of a run.</summary>
public sealed record ReleaseRunOptions
{
    /// <summary>Look, and write nothing anywhere.</summary>
    public bool DryRun { get; init; }

    /// <summary>Who sees the effects.</summary>
    public IReadOnlyList<IEffectObserver> Observers { get; init; } = [];
}
