namespace Fairlead.Services.Ecs;

/// <summary>What became of one deployment.</summary>
internal enum RolloutState
{
    /// <summary>It goes on.</summary>
    InProgress,

    /// <summary>All its tasks run, and no other's.</summary>
    Completed,

    /// <summary>ECS gave it up, or its tasks keep failing.</summary>
    Failed,

    /// <summary>Its tasks keep stopping for one and the same reason.</summary>
    FailsAlike,

    /// <summary>ECS gave it up and has begun to bring the earlier one back.</summary>
    RollingBack,

    /// <summary>ECS gave it up and says that the earlier one is back.</summary>
    RolledBack,

    /// <summary>ECS gave it up and could not bring the earlier one back.</summary>
    RollbackFailed,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>Somebody else's deployment took its place.</summary>
    Replaced,

    /// <summary>ECS no longer lists it, and nothing says why.</summary>
    Missing,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,
}
