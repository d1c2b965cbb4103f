using System.Runtime.CompilerServices;

namespace Nuke.Common.IO;

/// <summary>Asks for and changes files and directories.</summary>
public static partial class AbsolutePathExtensions
{
    public static bool FileExists(this AbsolutePath path) => File.Exists(path);

    public static bool DirectoryExists(this AbsolutePath path) => Directory.Exists(path);

    public static bool Exists(this AbsolutePath path, [CallerArgumentExpression(nameof(path))] string expression = null) => Path.Exists(path);

    /// <summary>The path itself, or null when there is neither a file nor a directory.</summary>
    public static AbsolutePath Existing(this AbsolutePath path, [CallerArgumentExpression(nameof(path))] string expression = null) =>
        Path.Exists(path) ? path : null;

    public static AbsolutePath ExistingFile(this AbsolutePath path) => File.Exists(path) ? path : null;

    public static AbsolutePath ExistingDirectory(this AbsolutePath path) => Directory.Exists(path) ? path : null;

    public static IEnumerable<AbsolutePath> WhereFileExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.FileExists());

    public static IEnumerable<AbsolutePath> WhereDirectoryExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.DirectoryExists());

    public static bool ContainsFile(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        Directory.Exists(path) && Directory.EnumerateFiles(path, pattern, options).Any();

    public static bool ContainsDirectory(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly) =>
        Directory.Exists(path) && Directory.EnumerateDirectories(path, pattern, options).Any();

    /// <param name="path">Where to look; nothing is found when it does not exist.</param>
    /// <param name="pattern">File name with * and ?.</param>
    /// <param name="depth">1: directly in the directory; 2: one level below, too; and so on.</param>
    /// <param name="attributes">Attributes that the file must have.</param>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None) =>
        Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern, Depth(depth))
                .Where(x => (File.GetAttributes(x) & attributes) == attributes)
                .Order(StringComparer.Ordinal)
                .Select(AbsolutePath.Create)
            : [];

    /// <inheritdoc cref="GetFiles"/>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None) =>
        Directory.Exists(path)
            ? Directory.EnumerateDirectories(path, pattern, Depth(depth))
                .Where(x => (File.GetAttributes(x) & attributes) == attributes)
                .Order(StringComparer.Ordinal)
                .Select(AbsolutePath.Create)
            : [];

    public static AbsolutePath CreateDirectory(this AbsolutePath path)
    {
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Leaves an empty directory.</summary>
    public static AbsolutePath CreateOrCleanDirectory(this AbsolutePath path)
    {
        path.DeleteDirectory();
        return path.CreateDirectory();
    }

    public static AbsolutePath TouchFile(this AbsolutePath path, DateTime? time = null, bool createDirectories = true)
    {
        if (createDirectories)
            path.Parent.CreateDirectory();
        if (!File.Exists(path))
            File.WriteAllBytes(path, []);
        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }

    /// <summary>Idempotent.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!File.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.Normal);
        File.Delete(path);
    }

    /// <summary>Idempotent. Links are removed, not followed.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!Directory.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
        {
            // Git marks its objects read-only, and Windows refuses to delete such files.
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(path, recursive: new DirectoryInfo(path).LinkTarget is null);
    }

    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.DeleteFile();
    }

    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
            path.DeleteDirectory();
    }

    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        alternativeExtensions.Prepend(extension).Any(x => path.Name.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / Path.ChangeExtension(path.Name, extension);

    /// <summary>The nearest directory above that fulfils the predicate; null when none does.</summary>
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) => path.Parent?.FindParentOrSelf(predicate);

    /// <inheritdoc cref="FindParent"/>
    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        for (var current = path; current is not null; current = current.Parent)
        {
            if (predicate(current))
                return current;
        }

        return null;
    }

    public static FileInfo ToFileInfo(this AbsolutePath path) => new(path);

    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) => new(path);

    public static bool IsDotDirectory(this AbsolutePath path) => path.Name.StartsWith('.');

    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path) => File.GetLastWriteTimeUtc(path);

    private static EnumerationOptions Depth(int depth) => new()
    {
        RecurseSubdirectories = depth > 1,
        MaxRecursionDepth = Math.Max(0, depth - 1),
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.None,
    };
}
