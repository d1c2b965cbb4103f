using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Which local cloud started a process, as the process itself shows it: by the folder that it works in, which the system follows when the folder is moved, and
/// else by the folder that it was told in its environment. Linux only; elsewhere nothing is found.
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
            // Not every program stays in the folder it was started in, and not every one leaves its environment to be seen.
            return StateFolder(new FileInfo($"/proc/{processId}/cwd").LinkTarget)
                ?? StateFolder(File.ReadAllText($"/proc/{processId}/environ")
                    .Split('\0')
                    .FirstOrDefault(x => x.StartsWith($"{FolderVariable}=", StringComparison.Ordinal))?[(FolderVariable.Length + 1)..]);
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

    private static string? StateFolder(string? path) => path is not null && TaskFolder().Match(path) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^(.+)/ecs/tasks/[0-9a-f]{32}(?:/|$)")]
    private static partial Regex TaskFolder();
}
