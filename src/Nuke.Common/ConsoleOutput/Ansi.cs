namespace Nuke.Common.ConsoleOutput;

/// <summary>The control sequences that are used, all of them understood by every terminal of this century: ECMA-48.</summary>
internal static class Ansi
{
    public const string Reset = "\e[0m";
    public const string Bold = "\e[1m";
    public const string Dim = "\e[2m";
    public const string Red = "\e[31m";
    public const string Green = "\e[32m";
    public const string Yellow = "\e[33m";
    public const string Cyan = "\e[36m";

    public const string HideCursor = "\e[?25l";
    public const string ShowCursor = "\e[?25h";
    public const string EraseBelow = "\e[J";

    // Red, green and yellow say how something ended, so they are nobody's own colour.
    private static readonly string[] Targets = [Cyan, "\e[35m", "\e[34m", "\e[96m", "\e[95m", "\e[94m"];

    public static string OfTarget(int number) => Targets[number % Targets.Length];

    public static string Up(int rows) => rows > 0 ? $"\e[{rows}A" : "";
}
