namespace Fairlead.Testing.Fuzzing;

/// <summary>An input that a target neither reads nor refuses in words; the message has what it takes to see it again.</summary>
public sealed class FuzzException(string message, Exception? inner = null) : Exception(message, inner);
