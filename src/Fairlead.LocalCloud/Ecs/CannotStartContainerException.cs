namespace Fairlead.LocalCloud.Ecs;

/// <summary>A container cannot be started. The message begins with what ECS says: <c>CannotStartContainerError: …</c>.</summary>
internal sealed class CannotStartContainerException(string message, Exception? inner = null) : Exception($"CannotStartContainerError: {message}", inner);
