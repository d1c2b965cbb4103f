namespace Fairlead.LocalCloud.State;

/// <summary>The state directory cannot be used. The message says what is wrong, where, and what to do.</summary>
public sealed class StateDirectoryException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Another process has it.</summary>
    public bool IsHeld { get; init; }
}
