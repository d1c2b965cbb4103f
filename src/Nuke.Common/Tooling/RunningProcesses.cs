using System.Collections.Concurrent;

namespace Nuke.Common.Tooling;

/// <summary>The child processes that have to go when this process does.</summary>
internal static class RunningProcesses
{
    private static readonly ConcurrentDictionary<ChildProcess, bool> Processes = new();

    public static void Add(ChildProcess process) => Processes[process] = true;

    public static void Remove(ChildProcess process) => Processes.TryRemove(process, out _);

    public static void KillAll()
    {
        foreach (var process in Processes.Keys)
        {
            process.Kill();
        }
    }
}
