namespace Fairlead.LocalCloud.Ecs;

/// <summary>Some of the tasks that an earlier local cloud left running could not be ended, or not in time. The message is a sentence for each cause.</summary>
internal sealed class CannotEndTasksException(string message, Exception? inner = null) : Exception(message, inner);
