using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Fairlead.Secrets.Children;

/// <summary>
/// A program that this process has just written, to be run next. Linux runs no file that anybody has open for writing (execve(2), ETXTBSY), and a child that
/// another thread starts at this moment has, until it executes its own program, every file open that this process had open: so closing the file is not enough.
/// </summary>
public static partial class WrittenProgram
{
    // The child holds the file for as long as its start takes: a millisecond, or what a busy machine makes of it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Waits until nobody has the program open for writing, ten seconds at most: whoever starts it then hears from the system why it does not run.
    /// Where the system or the file system cannot tell, it does not wait.</summary>
    /// <param name="path">A file of this user.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task SettledAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (IsBeingWritten(path) && time.GetElapsedTime(start) < Limit)
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>A lease on reads is given to no file that is open for writing: fcntl(2), "Leases". The file's end here gives it back.</summary>
    internal static bool IsBeingWritten(string path)
    {
        const int setLease = 1024, readLease = 0, tryAgain = 11;
        if (!OperatingSystem.IsLinux() || !File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path);
        return SetLease(file, setLease, readLease) != 0 && Marshal.GetLastPInvokeError() == tryAgain;
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int SetLease(SafeFileHandle file, int command, int lease);
}
