using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Fairlead.LocalCloud.State;

/// <summary>
/// Keeps files from other users of the machine. The process itself makes none for them (umask), so whatever service writes one need not think of it; what an
/// earlier version left open is closed once. Volumes and the roots of tasks are the tasks' own, with the modes that images and programs give: a container may
/// run as another user than the local cloud. The directory around them is closed all the same.
/// </summary>
internal static partial class OwnersOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode VolumeFolder = Folder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const UnixFileMode Others = ~(Folder | UnixFileMode.SetUser | UnixFileMode.SetGroup | UnixFileMode.StickyBit);

    /// <summary>What belongs to tasks, relative to the state directory.</summary>
    internal static readonly string[] OfTasks = ["volumes", Path.Combine("ecs", "images"), Path.Combine("ecs", "tasks")];

    /// <summary>From now on this process and its children make nothing that another user can read. Call it at the start of the program.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = SetMask(0b000_111_111);
        }
    }

    /// <summary>Closes a state directory, and all that is in it when it was open or holds a file that was written by a version that did not look after it.
    /// </summary>
    /// <exception cref="IOException">A mode cannot be set.</exception>
    /// <exception cref="UnauthorizedAccessException">It belongs to another user.</exception>
    public static void Close(string root)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var wasOpen = File.GetUnixFileMode(root) != Folder;
        File.SetUnixFileMode(root, Folder);
        if (wasOpen || new DirectoryInfo(root).EnumerateFiles().Any(IsOpen))
        {
            CloseContent(root, "");
        }
    }

    /// <summary>Makes the folder of a volume, which a container of another user can look into. One that is there keeps its mode.</summary>
    public static void CreateVolume(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, VolumeFolder);
        }
    }

    /// <summary>For a file that nobody else can read at any moment.</summary>
    public static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static bool IsOpen(FileSystemInfo entry) => entry.LinkTarget is null && (entry.UnixFileMode & Others) != 0;

    [UnsupportedOSPlatform("windows")]
    private static void CloseContent(string root, string folder)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
        {
            var relative = Path.Combine(folder, entry.Name);
            if (entry.LinkTarget is not null || OfTasks.Contains(relative))
            {
                continue;
            }

            if (IsOpen(entry))
            {
                File.SetUnixFileMode(entry.FullName, entry.UnixFileMode & ~Others);
            }

            if (entry is DirectoryInfo)
            {
                CloseContent(root, relative);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint mask);
}
