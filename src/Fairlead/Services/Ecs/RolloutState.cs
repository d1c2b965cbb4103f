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

    /// <summary>ECS gave it up and has begun to bring the earlier one back.</summary>
    RollingBack,

    /// <summary>Somebody else's deployment took its place.</summary>
    Replaced,

    /// <summary>ECS no longer lists it, and nothing says why.</summary>
    Missing,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,
}
