using Nuke.Common.Prompts;

namespace Nuke.Common.Tests.Prompts;

/// <summary>A person who types what the test says: ⏎ is enter, ↓ ↑ are arrows, ⌫ is backspace.</summary>
internal sealed class TypedKeys(string keys) : IKeyboard
{
    private int _position;

    public bool IsPresent { get; init; } = true;

    /// <summary>What was not read.</summary>
    public string Left => keys[_position..];

    public ConsoleKeyInfo Read()
    {
        if (_position == keys.Length)
        {
            throw new InvalidOperationException("The build asks for more keys than the test types.");
        }

        var key = keys[_position++];
        return key switch
        {
            '⏎' => Key('\r', ConsoleKey.Enter),
            '↓' => Key('\0', ConsoleKey.DownArrow),
            '↑' => Key('\0', ConsoleKey.UpArrow),
            '⌫' => Key('\b', ConsoleKey.Backspace),
            _ => Key(key, ConsoleKey.None),
        };
    }

    private static ConsoleKeyInfo Key(char character, ConsoleKey key) => new(character, key, shift: false, alt: false, control: false);
}
