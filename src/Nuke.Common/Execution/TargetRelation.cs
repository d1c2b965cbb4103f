namespace Nuke.Common.Execution;

internal enum RelationKind
{
    DependsOn,
    DependentFor,
    Before,
    After,
    Triggers,
    TriggeredBy,
    Consumes,
}

/// <summary>A relation as the definition states it, before the other end is known to be a target of the build.</summary>
internal sealed record TargetRelation(RelationKind Kind, Delegate Other, IReadOnlyList<string> Artifacts)
{
    /// <summary>The other end; null until it is looked up, and when the build does not have it.</summary>
    public ExecutableTarget? Target { get; set; }
}
