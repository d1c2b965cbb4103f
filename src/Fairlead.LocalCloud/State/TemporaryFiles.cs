using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.State;

/// <summary>
/// Files that are written beside their name before they get it (<c>groups.json.0f3a….tmp</c>). A killed process leaves them; the next start sweeps them.
/// </summary>
internal static partial class TemporaryFiles
{
    /// <summary>State files are no deeper (<c>s3/buckets/NAME/journal</c>). Below are the contents of buckets, images and volumes.</summary>
    private const int Depth = 3;

    public static string Beside(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>Removes those that this program made, in all folders of the state. What is in volumes, images and tasks is theirs, whatever it is called, and so
    /// are other files that end in <c>.tmp</c>.</summary>
    public static void Sweep(string root)
    {
        var folders = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = Depth,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        foreach (var file in Directory.EnumerateFiles(root, "*.tmp", folders).Where(x => Name().IsMatch(Path.GetFileName(x)) && !IsOfTasks(root, x)).ToArray())
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception exception) when (DiskRefusal.Is(exception))
            {
                // It hurts nobody; the start after this one tries again.
            }
        }
    }

    private static bool IsOfTasks(string root, string file)
    {
        var relative = Path.GetRelativePath(root, file);
        return Array.Exists(OwnersOnly.OfTasks, x => relative.StartsWith(x + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    /// <summary>The second form is that of log streams in earlier versions, the third of the probe for a folder with two names.</summary>
    [GeneratedRegex(@"\.[0-9a-f]{32}\.tmp$|\.jsonl\.tmp$|^[0-9a-f]{32}\.tmp$")]
    private static partial Regex Name();
}
