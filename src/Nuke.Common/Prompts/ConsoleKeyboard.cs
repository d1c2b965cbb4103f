namespace Nuke.Common.Prompts;

internal sealed class ConsoleKeyboard : IKeyboard
{
    public bool IsPresent => !Console.IsInputRedirected;

    public ConsoleKeyInfo Read() => Console.ReadKey(intercept: true);
}
