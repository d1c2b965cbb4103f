namespace Fairlead.Releases;

public enum LockState
{
    /// <summary>Somebody works under it.</summary>
    Held,

    /// <summary>Given back.</summary>
    Released,

    /// <summary>Not renewed in time, as the store measures it.</summary>
    Expired,

    /// <summary>Its process was on this machine and is gone.</summary>
    Abandoned,
}
