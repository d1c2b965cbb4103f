using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>Joins, normalizes and relates paths as text; touches no file.</summary>
public static class PathConstruction
{
    private static readonly char[] Dividers = ['/', '\\'];

    public static bool HasPathRoot([NotNullWhen(true)] string? path) => GetPathRoot(path) is not null;

    /// <summary>"/", a drive such as "C:", or a server such as "\\\\server"; null for a relative path.</summary>
    public static string? GetPathRoot(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return null;
        }

        if (path[0] == '/')
        {
            return "/";
        }

        if (path.Length > 1 && char.IsAsciiLetter(path[0]) && path[1] == ':')
        {
            return path[..2];
        }

        if (path.Length < 3 || !path.StartsWith(@"\\", StringComparison.Ordinal) || !char.IsLetterOrDigit(path[2]))
        {
            return null;
        }

        var end = path.IndexOf('\\', 2);
        return end < 0 ? path : path[..end];
    }

    /// <summary>The left path, a separator and the right path; either may be empty.</summary>
    /// <param name="left">Absolute or relative.</param>
    /// <param name="right">Relative.</param>
    /// <param name="separator">By default that of the left path's root, else that of the platform.</param>
    /// <exception cref="ArgumentException">The right path is absolute, or the separator does not go with the left one's root.</exception>
    public static string Combine(string? left, string? right, char? separator = null)
    {
        if (HasPathRoot(right))
        {
            throw new ArgumentException($"'{right}' is absolute and cannot be appended to '{left}'.");
        }

        if (string.IsNullOrWhiteSpace(left))
        {
            return right?.TrimEnd(Dividers) ?? "";
        }

        var divider = Divider(left, separator);
        var start = left.TrimEnd(Dividers);
        var end = right?.TrimEnd(Dividers) ?? "";
        return string.IsNullOrWhiteSpace(end) && start != "" && !(start.Length == 2 && start[1] == ':') ? start : $"{start}{divider}{end}";
    }

    /// <summary>Resolves . and .., makes all separators the same, and removes doubled and trailing ones.</summary>
    /// <exception cref="ArgumentException">The path goes above its root, or the separator does not go with the root.</exception>
    public static string NormalizePath(string? path, char? separator = null)
    {
        path ??= "";
        var root = GetPathRoot(path);
        var divider = Divider(path, separator);
        var parts = new List<string>();
        foreach (var part in path[(root?.Length ?? 0)..].Split(Dividers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
            {
                continue;
            }

            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".." || root is null)
            {
                parts.Add(part);
            }
            else
            {
                throw new ArgumentException($"'{path}' goes above the root.");
            }
        }

        var rest = string.Join(divider, parts);
        return root is null ? rest : Combine(root, rest, divider);
    }

    /// <summary>Empty when both are the same.</summary>
    /// <exception cref="ArgumentException">The paths have different roots.</exception>
    public static string GetRelativePath(string basePath, string destinationPath)
    {
        var (root, destinationRoot) = (GetPathRoot(basePath), GetPathRoot(destinationPath));
        if (!string.Equals(root, destinationRoot, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{destinationPath}' and '{basePath}' have different roots, so that neither can be relative to the other.");
        }

        var comparison = root is null or "/" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var from = Parts(basePath);
        var to = Parts(destinationPath);
        var same = 0;
        while (same < from.Length && same < to.Length && from[same].Equals(to[same], comparison))
        {
            same++;
        }

        return string.Join(Divider(basePath, null), Enumerable.Repeat("..", from.Length - same).Concat(to[same..]));
    }

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath)
        => (RelativePath)GetRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePathTo(this AbsolutePath basePath, string destinationPath)
        => GetWinRelativePath(basePath, destinationPath);

    public static WinRelativePath GetWinRelativePath(string basePath, string destinationPath)
        => (WinRelativePath)GetRelativePath(basePath, destinationPath);

    public static WinRelativePath ToWinRelativePath(this RelativePath path) => (WinRelativePath)path.ToString();

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath)
        => GetUnixRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath)
        => (UnixRelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)path.ToString();

    /// <summary>Whether the destination is the base or below it.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);

    public static bool IsDescendantPath(string basePath, string destinationPath)
        => Parts(destinationPath).AsSpan().StartsWith(Parts(basePath)) && GetPathRoot(basePath) == GetPathRoot(destinationPath);

    private static string[] Parts(string path) => NormalizePath(path).Split(Dividers, StringSplitOptions.RemoveEmptyEntries);

    private static char Divider(string path, char? separator)
    {
        var own = GetPathRoot(path) switch
        {
            null => separator ?? Path.DirectorySeparatorChar,
            "/" => '/',
            _ => '\\',
        };
        return separator is null || separator == own
            ? own
            : throw new ArgumentException($"The separator of '{path}' is '{own}', not '{separator}'.");
    }
}
