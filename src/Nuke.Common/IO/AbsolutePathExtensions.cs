using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>Asks for and changes files and directories.</summary>
public static partial class AbsolutePathExtensions
{
    public static bool FileExists([NotNullWhen(true)] this AbsolutePath? path) => File.Exists(path);

    public static bool DirectoryExists([NotNullWhen(true)] this AbsolutePath? path) => Directory.Exists(path);

    /// <summary>Whether the file or directory exists, whichever it is by the name of the variable, such as ReportFile or ToolsDirectory.</summary>
    /// <exception cref="ArgumentException">The name ends in none of file, executable, exe, script, archive, directory, dir and folder.</exception>
    public static bool Exists(this AbsolutePath path, [CallerArgumentExpression(nameof(path))] string? expression = null)
    {
        if (expression is not null && expression.EndsWithAnyOrdinalIgnoreCase("file", "executable", "exe", "script", "archive"))
        {
            return File.Exists(path);
        }

        if (expression is not null && expression.EndsWithAnyOrdinalIgnoreCase("directory", "dir", "folder"))
        {
            return Directory.Exists(path);
        }

        throw new ArgumentException(
            $"'{expression}' does not say whether it is a file or a directory. Use FileExists or DirectoryExists, or end the name in File or Directory.");
    }

    /// <summary>The path itself, or null when it does not exist.</summary>
    /// <inheritdoc cref="Exists"/>
    public static AbsolutePath? Existing(this AbsolutePath path, [CallerArgumentExpression(nameof(path))] string? expression = null)
        => path.Exists(expression) ? path : null;

    public static AbsolutePath? ExistingFile(this AbsolutePath path) => File.Exists(path) ? path : null;

    public static AbsolutePath? ExistingDirectory(this AbsolutePath path) => Directory.Exists(path) ? path : null;

    public static IEnumerable<AbsolutePath> WhereFileExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.FileExists());

    public static IEnumerable<AbsolutePath> WhereDirectoryExists(this IEnumerable<AbsolutePath> paths) => paths.Where(x => x.DirectoryExists());

    /// <exception cref="ArgumentException">There is no such directory.</exception>
    public static bool ContainsFile(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return Directory.EnumerateFiles(path, pattern, options).Any();
    }

    /// <inheritdoc cref="ContainsFile"/>
    public static bool ContainsDirectory(this AbsolutePath path, string pattern, SearchOption options = SearchOption.TopDirectoryOnly)
    {
        Assert.DirectoryExists(path);
        return Directory.EnumerateDirectories(path, pattern, options).Any();
    }

    /// <param name="path">Where to look.</param>
    /// <param name="pattern">File name with * and ?.</param>
    /// <param name="depth">1: directly in the directory; 2: one level below, too; and so on.</param>
    /// <param name="attributes">Attributes that the file must have.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None)
        => Found(depth, options => Directory.EnumerateFiles(path, pattern, options), attributes);

    /// <inheritdoc cref="GetFiles"/>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path, string pattern = "*", int depth = 1, FileAttributes attributes = FileAttributes.None)
        => Found(depth, options => Directory.EnumerateDirectories(path, pattern, options), attributes);

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
        {
            path.Parent.CreateDirectory();
        }

        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, []);
        }

        File.SetLastWriteTime(path, time ?? DateTime.Now);
        return path;
    }

    /// <summary>Idempotent.</summary>
    public static void DeleteFile(this AbsolutePath path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            File.SetAttributes(path, FileAttributes.Normal);
        }

        File.Delete(path);
    }

    /// <summary>Idempotent. Links are removed, not followed.</summary>
    public static void DeleteDirectory(this AbsolutePath path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            // Git marks its objects read-only, and Windows refuses to delete such files.
            foreach (var file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            {
                File.SetAttributes(file, FileAttributes.Normal);
            }
        }

        Directory.Delete(path, recursive: new DirectoryInfo(path).LinkTarget is null);
    }

    public static void DeleteFiles(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
        {
            path.DeleteFile();
        }
    }

    public static void DeleteDirectories(this IEnumerable<AbsolutePath> paths)
    {
        foreach (var path in paths)
        {
            path.DeleteDirectory();
        }
    }

    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions)
        => path.Name.EndsWithOrdinalIgnoreCase(extension) || path.Name.EndsWithAnyOrdinalIgnoreCase(alternativeExtensions);

    public static AbsolutePath WithExtension(this AbsolutePath path, string extension)
        => path.Parent / Path.ChangeExtension(path.Name, extension);

    /// <summary>The nearest directory above that fulfils the predicate; null when none does.</summary>
    public static AbsolutePath? FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate) => path.Parent?.FindParentOrSelf(predicate);

    /// <inheritdoc cref="FindParent"/>
    public static AbsolutePath? FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        for (var current = path; current is not null; current = current.Parent)
        {
            if (predicate(current))
            {
                return current;
            }
        }

        return null;
    }

    public static FileInfo ToFileInfo(this AbsolutePath path) => new(path);

    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) => new(path);

    public static bool IsDotDirectory(this AbsolutePath path) => Directory.Exists(path) && path.Name.StartsWith('.');

    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path) => File.GetLastWriteTimeUtc(path);

    private static IEnumerable<AbsolutePath> Found(int depth, Func<EnumerationOptions, IEnumerable<string>> enumerate, FileAttributes attributes)
    {
        Assert.True(depth >= 0, $"The depth is {depth}; it must not be negative.");
        if (depth == 0)
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = depth > 1,
            MaxRecursionDepth = depth - 1,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.None,
        };
        return enumerate(options)
            .Where(x => attributes == FileAttributes.None || (File.GetAttributes(x) & attributes) == attributes)
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Create);
    }
}
