using System.Runtime.InteropServices;

namespace Nuke.Common.ConsoleOutput;

/// <summary>What the process's own console can do.</summary>
internal static class ConsoleWindow
{
    private const int StandardOutput = -11;
    private const uint VirtualTerminalProcessing = 4;

    /// <summary>Columns and rows; 80 by 24 where they cannot be found out.</summary>
    public static (int Columns, int Rows) Size()
    {
        try
        {
            return Console.WindowWidth > 0 ? (Console.WindowWidth, Console.WindowHeight) : (80, 24);
        }
        catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
        {
            return (80, 24);
        }
    }

    /// <summary>The console of Windows has to be asked to: https://learn.microsoft.com/windows/console/console-virtual-terminal-sequences.</summary>
    public static bool UnderstandsAnsi()
    {
        if (!OperatingSystem.IsWindows())
        {
            return true;
        }

        var handle = GetStdHandle(StandardOutput);
        return GetConsoleMode(handle, out var mode)
            && ((mode & VirtualTerminalProcessing) != 0 || SetConsoleMode(handle, mode | VirtualTerminalProcessing));
    }

    [DllImport("kernel32.dll")]
    private static extern nint GetStdHandle(int handle);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
