namespace Fairlead.Services.AppRunner;

/// <summary>What became of one operation of App Runner.</summary>
internal enum OperationState
{
    /// <summary>It goes on, forward or back.</summary>
    InProgress,

    /// <summary>It did what it was asked.</summary>
    Succeeded,

    /// <summary>App Runner undid it: what ran before runs again.</summary>
    RolledBack,

    /// <summary>It failed; nothing says what runs.</summary>
    Failed,

    /// <summary>App Runner does not list it.</summary>
    Missing,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,
}
