using System.Diagnostics;
using System.Runtime.InteropServices;
using Fairlead.Secrets.Children;

namespace Fairlead.Infrastructure.Terraform.Processes;

/// <summary>
/// A process with a group of its own. The terminal sends Ctrl-C to everything in its foreground group; a terraform there would be
/// interrupted by the terminal and again by the build, and two interrupts make it exit without finishing what it has begun.
/// </summary>
internal static partial class ProcessGroup
{
    private const int SigInt = 2;

    private const int SigKill = 9;

    private const uint CtrlBreak = 1;

    // util-linux and BusyBox have setsid, macOS has Perl. The process that .NET forks leads no group, so neither of them forks again: the
    // program keeps the process id that .NET knows, and its group has the same number. .NET itself can ask for a group on Windows only.
    private static readonly string[] Leader = OperatingSystem.IsWindows() ? []
        : new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists) is { } setsid ? [setsid]
        : File.Exists("/usr/bin/perl") ? ["/usr/bin/perl", "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or exit 127"]
        : [];

    /// <summary>How a program is started so that it leads a group.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">The whole environment; the program gets a mark beside it, by which its providers are found when the build is killed.</param>
    public static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        string[] words = [.. Leader, program, .. arguments];
        var start = ChildStart.Of(words[0], words[1..], environment);
        start.RedirectStandardInput = true;
        if (OperatingSystem.IsWindows())
        {
            start.CreateNewProcessGroup = true;
        }

        start.Environment[OrphanWatch.Mark] = OrphanWatch.NewMark();
        return start;
    }

    /// <summary>Asks the process, and not its children, to stop: terraform stops its providers itself.</summary>
    public static void Interrupt(Process process)
    {
        if (OperatingSystem.IsWindows())
        {
            // Go reports both Ctrl-C and Ctrl-Break as an interrupt; only the latter can be sent to one group.
            _ = GenerateConsoleCtrlEvent(CtrlBreak, (uint)process.Id);
        }
        else
        {
            _ = SendSignal(process.Id, SigInt);
        }
    }

    /// <summary>Kills the process with everything that it started.</summary>
    public static void Kill(Process process)
    {
        // The tree first, while it is known who is whose child; then those of the group whose parent had ended before.
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the meantime, or a process of its tree did.
        }

        if (Leader.Length > 0)
        {
            _ = SendSignal(-process.Id, SigKill);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GenerateConsoleCtrlEvent(uint ctrlEvent, uint processGroup);
}
