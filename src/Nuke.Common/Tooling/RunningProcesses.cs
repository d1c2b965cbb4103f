using System.Collections.Concurrent;

namespace Nuke.Common.Tooling;

/// <summary>The child processes that have to go when this process does.</summary>
internal static class RunningProcesses
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> s_processes = new();

    public static void Add(ChildProcess process) => s_processes[process] = true;

    public static void Remove(ChildProcess process) => s_processes.TryRemove(process, out _);

    public static void KillAll()
    {
        foreach (var process in s_processes.Keys)
        {
            process.Kill();
        }
    }
}
