using System.Runtime.InteropServices;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>The local cloud outlives the build that starts it.</summary>
internal static partial class ProcessSession
{
    /// <summary>
    /// Leaves the terminal's process group, so that Ctrl-C in the build does not reach the local cloud. Does nothing when the process
    /// leads a group already (started by hand from a shell) and on Windows.
    /// </summary>
    public static void Detach()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetSid();
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();
}
