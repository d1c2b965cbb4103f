using System.Diagnostics;
using System.Globalization;
using Fairlead.Secrets;

namespace Fairlead.Releases;

/// <summary>The process that holds a lock.</summary>
/// <param name="Name"><c>user@host</c>, for people.</param>
/// <param name="RunUrl">URL of the CI run; null on a person's machine.</param>
/// <param name="Machine">Tells machines, their boots and their containers apart: only within the same one does a process id mean anything.</param>
/// <param name="ProcessId">Process id.</param>
/// <param name="ProcessStart">When the process began, in the system's own unit; process ids are used again.</param>
public sealed record LockOwner(string Name, string? RunUrl, string Machine, int ProcessId, string ProcessStart)
{
    /// <summary>This process.</summary>
    public static LockOwner Current(string? runUrl = null)
        => new(
            $"{Environment.UserName}@{Environment.MachineName}",
            runUrl is null ? null : UrlText.Of(runUrl),
            ThisMachine(),
            Environment.ProcessId,
            StartOf(Environment.ProcessId) ?? "");

    /// <summary>
    /// True when the process was on this machine and is there no more. False when it runs, and also when it cannot be known because it
    /// is elsewhere.
    /// </summary>
    public bool IsKnownToBeGone()
        => ProcessStart.Length > 0 && Machine == ThisMachine() && StartOf(ProcessId) is var start && start != "" && start != ProcessStart;

    public override string ToString() => RunUrl is null ? $"{Name}, process {ProcessId}" : $"{Name}, {UrlText.Of(RunUrl)}";

    // A host name alone is not enough: containers and CI runners share names, and each has its own process ids.
    private static string ThisMachine()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.MachineName;
        }

        try
        {
            var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
            var processes = new FileInfo("/proc/self/ns/pid").LinkTarget;
            return $"{Environment.MachineName} {boot} {processes}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine that is like no other, so that nobody's lock is taken for abandoned.
            return $"{Environment.MachineName} {Guid.NewGuid()}";
        }
    }

    // Null when there is no such process.
    private static string? StartOf(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // 4711 (dotnet) S 1 … with the state third and the start in ticks since boot 22nd; the name may hold spaces and brackets.
                var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                return fields[0] is "Z" or "X" ? null : fields[19];
            }

            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            // There is one, of another user: whoever it is, better to wait than to take.
            return "";
        }
    }
}
