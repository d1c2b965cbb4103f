using System.Text;
using Nuke.Common.CI;
using Nuke.Common.Execution;

namespace Nuke.Common.Prompts;

/// <summary>Asks a person at a terminal.</summary>
/// <param name="output">Where questions are written.</param>
/// <param name="keyboard">Where answers come from.</param>
/// <param name="canMoveCursor">false on a dumb terminal: choices are then made by number.</param>
/// <param name="mask">Takes secrets out of what is asked and told.</param>
internal sealed class Prompt(TextWriter output, IKeyboard keyboard, bool canMoveCursor, Func<string, string> mask)
{
    // A longer list is shown in part; a terminal is rarely lower than this.
    private const int VisibleOptions = 12;

    /// <summary>
    /// null when nobody is there to answer: on a CI server (a variable CI tells those that no host class knows, some of which allocate a
    /// terminal), and where input or output is redirected.
    /// </summary>
    public static Prompt? For(BuildSession session)
    {
        var surroundings = session.Surroundings;
        var isServer = session.Host is IBuildServer || surroundings.Variables.GetValueOrDefault("CI") is { Length: > 0 } and not "false";
        return !isServer && surroundings.IsTerminal && surroundings.Keyboard is { IsPresent: true } keyboard
            ? new Prompt(surroundings.Out, keyboard, surroundings.Variables.GetValueOrDefault("TERM") != "dumb", session.Secrets.Apply)
            : null;
    }

    /// <summary>The line that was typed; the default when it is empty.</summary>
    public string? Input(string question, string? defaultValue)
    {
        WriteLine(question);
        Write(defaultValue is null ? "» " : mask($"[default: {defaultValue}] » "));
        var text = ReadLine(x => x);
        return text.Length > 0 ? text : defaultValue;
    }

    /// <summary>The line that was typed, of which only the length was visible.</summary>
    public string Secret(string question)
    {
        WriteLine(question);
        Write("» ");
        return ReadSecret();
    }

    public string ReadSecret() => ReadLine(_ => '*');

    /// <summary>The option that was chosen with the arrow keys, or by its number on a dumb terminal.</summary>
    public T Choice<T>(string question, IReadOnlyList<(T Value, string Description)> options)
    {
        if (options.Count == 0)
        {
            throw new ArgumentException("A choice needs an option.", nameof(options));
        }

        WriteLine(question);
        var selected = canMoveCursor ? Select(options) : SelectByNumber(options);
        WriteLine($"¬ {options[selected].Description}");
        return options[selected].Value;
    }

    public void WriteLine(string text) => Write(mask(text) + "\n");

    private int Select<T>(IReadOnlyList<(T Value, string Description)> options)
    {
        var selected = 0;
        while (true)
        {
            var count = Math.Min(options.Count, VisibleOptions);
            var first = Math.Clamp(selected - (count / 2), 0, options.Count - count);
            for (var i = first; i < first + count; i++)
            {
                WriteLine($"{(i == selected ? "»" : " ")} {options[i].Description}");
            }

            var key = keyboard.Read().Key;
            // Back to the first line, and erase to the end of the screen.
            Write($"\e[{count}A\e[0J");
            switch (key)
            {
                case ConsoleKey.Enter:
                    return selected;
                case ConsoleKey.UpArrow:
                    selected = Math.Max(0, selected - 1);
                    break;
                case ConsoleKey.DownArrow:
                    selected = Math.Min(options.Count - 1, selected + 1);
                    break;
                case ConsoleKey.Home:
                    selected = 0;
                    break;
                case ConsoleKey.End:
                    selected = options.Count - 1;
                    break;
            }
        }
    }

    private int SelectByNumber<T>(IReadOnlyList<(T Value, string Description)> options)
    {
        for (var i = 0; i < options.Count; i++)
        {
            WriteLine($"{i + 1,3}  {options[i].Description}");
        }

        while (true)
        {
            Write($"1 to {options.Count} » ");
            if (int.TryParse(ReadLine(x => x), out var number) && number >= 1 && number <= options.Count)
            {
                return number - 1;
            }
        }
    }

    private string ReadLine(Func<char, char> echo)
    {
        var text = new StringBuilder();
        while (true)
        {
            var key = keyboard.Read();
            if (key.Key == ConsoleKey.Enter)
            {
                Write("\n");
                return text.ToString();
            }

            if (key.Key == ConsoleKey.Backspace)
            {
                var count = (key.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) != 0 ? text.Length : Math.Min(1, text.Length);
                text.Length -= count;
                Write(string.Concat(Enumerable.Repeat("\b \b", count)));
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
                Write(echo(key.KeyChar).ToString());
            }
        }
    }

    private void Write(string text)
    {
        output.Write(text);
        output.Flush();
    }
}
