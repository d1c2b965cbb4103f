namespace Fairlead.LocalCloud.Ecs;

/// <summary>An image cannot be fetched. The message begins with what ECS says: <c>CannotPullContainerError: …</c>.</summary>
internal sealed class CannotPullContainerException(string message, Exception? inner = null) : Exception($"CannotPullContainerError: {message}", inner);
