using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Which local cloud started a process, as the process itself shows it by its environment. A process that only works in the folder of a task, a shell or an
/// editor, is nobody's. Linux only; elsewhere nothing is found.
/// </summary>
internal static partial class TaskProcess
{
    /// <summary>Below the state directory: a folder for each task, and one for each container in it.</summary>
    public const string Folder = "ecs/tasks";

    /// <summary>Names the folder of the container to whoever looks for leftovers.</summary>
    public const string FolderVariable = "FAIRLEAD_TASK_FOLDER";

    /// <summary>The state directory that a process was started from; null when it does not show one, or there is no such process.</summary>
    public static string? StateFolderOf(int processId)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var told = File.ReadAllText($"/proc/{processId}/environ")
                .Split('\0')
                .FirstOrDefault(x => x.StartsWith($"{FolderVariable}=", StringComparison.Ordinal))?[(FolderVariable.Length + 1)..];
            if (Task(told) is not { } task)
            {
                return null;
            }

            // The system follows the folder that a process works in when it is moved, and a moved folder is that of the same task.
            return Task(new FileInfo($"/proc/{processId}/cwd").LinkTarget) is { } now && now.Id == task.Id ? now.StateFolder : task.StateFolder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Processes of this machine that were started from a state directory, under any of the paths by which it is known.</summary>
    public static IEnumerable<int> AllOf(IReadOnlyCollection<string> stateFolders)
        => !OperatingSystem.IsLinux()
            ? []
            : Directory.GetDirectories("/proc")
                .Select(x => int.TryParse(Path.GetFileName(x), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(x => x > 0 && StateFolderOf(x) is { } folder && stateFolders.Contains(folder));

    private static (string StateFolder, string Id)? Task(string? path)
        => path is not null && TaskFolder().Match(path) is { Success: true } match ? (match.Groups[1].Value, match.Groups[2].Value) : null;

    [GeneratedRegex("^(.+)/ecs/tasks/([0-9a-f]{32})(?:/|$)")]
    private static partial Regex TaskFolder();
}
