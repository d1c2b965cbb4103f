using System.Diagnostics;
using System.Globalization;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Tells a process from a later one that was given the same id.</summary>
internal static class ProcessIdentity
{
    /// <returns>Null when there is no such process.</returns>
    public static string? Of(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // Field 22 of /proc/PID/stat is the start time in ticks since boot; the name in field 2 may hold spaces and parentheses.
                var stat = File.ReadAllText($"/proc/{processId}/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                return fields[0] == "Z" ? null : $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()}/{fields[19]}";
            }

            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException
            or UnauthorizedAccessException
            or ArgumentException
            or InvalidOperationException
            or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
