namespace Nuke.Common.Prompts;

/// <summary>Where the answers to questions come from.</summary>
internal interface IKeyboard
{
    /// <summary>Whether a person can answer; false when the input is a file or a pipe.</summary>
    bool IsPresent { get; }

    /// <summary>Waits for a key, which is not echoed.</summary>
    ConsoleKeyInfo Read();
}
