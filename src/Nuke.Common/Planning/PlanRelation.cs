namespace Nuke.Common.Planning;

/// <summary>Why a target waits for another one.</summary>
internal enum PlanRelation
{
    Dependency,

    /// <summary>Before and After: order only.</summary>
    Order,

    Trigger,
}
