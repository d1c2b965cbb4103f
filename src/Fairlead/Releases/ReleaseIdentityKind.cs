namespace Fairlead.Releases;

public enum ReleaseIdentityKind
{
    /// <summary>No earlier release that counts has this content.</summary>
    New,

    /// <summary>A run began this very release and did not end.</summary>
    Resumed,

    /// <summary>This very release is the current one.</summary>
    Current,
}
