namespace Fairlead.LocalCloud.Access;

/// <param name="User">The user who made the socket.</param>
/// <param name="IsHeld">A process has it open. Of one that was closed, older kernels tell that it is root's.</param>
internal readonly record struct SocketOwner(uint User, bool IsHeld);
