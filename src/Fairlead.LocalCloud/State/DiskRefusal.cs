namespace Fairlead.LocalCloud.State;

/// <summary>What the disk can say to a write or a read: full, over quota, too large for the limit of the process, not allowed, broken.</summary>
internal static class DiskRefusal
{
    public static bool Is(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
