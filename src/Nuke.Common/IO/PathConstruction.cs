namespace Nuke.Common.IO;

/// <summary>Joins, normalizes and relates paths as text; touches no file.</summary>
public static class PathConstruction
{
    public static bool HasPathRoot(string path) => GetPathRoot(path) is not null;

    /// <summary>The root with its separator; null for a relative path.</summary>
    public static string GetPathRoot(string path)
    {
        if (string.IsNullOrEmpty(path))
            return null;
        if (path[0] == '/')
            return "/";
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
            return @"\\";
        return path.Length > 1 && char.IsAsciiLetter(path[0]) && path[1] == ':' ? path[..2] + @"\" : null;
    }

    public static string Combine(string left, string right, char? separator = null)
    {
        if (HasPathRoot(right))
            throw new ArgumentException($"'{right}' is absolute and cannot be appended to '{left}'.");
        return string.IsNullOrEmpty(right) ? left : string.IsNullOrEmpty(left) ? right : $"{left}{separator ?? Separator(left)}{right}";
    }

    /// <summary>Resolves . and .., and removes doubled and trailing separators.</summary>
    public static string NormalizePath(string path, char? separator = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = GetPathRoot(path);
        var divider = separator ?? Separator(path);
        char[] dividers = root is "/" || (root is null && divider == '/') ? ['/'] : ['/', '\\'];
        var parts = new List<string>();
        foreach (var part in path[Math.Min(root?.Length ?? 0, path.Length)..].Split(dividers, StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".")
                continue;
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".." || root is null)
                parts.Add(part);
            else
                throw new ArgumentException($"'{path}' goes above the root.");
        }

        return root + string.Join(divider, parts);
    }

    public static string GetRelativePath(string basePath, string destinationPath) => Path.GetRelativePath(basePath, destinationPath);

    public static RelativePath GetRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        (RelativePath)GetRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePathTo(this AbsolutePath basePath, string destinationPath) =>
        GetUnixRelativePath(basePath, destinationPath);

    public static UnixRelativePath GetUnixRelativePath(string basePath, string destinationPath) =>
        (UnixRelativePath)GetRelativePath(basePath, destinationPath).Replace('\\', '/');

    public static UnixRelativePath ToUnixRelativePath(this RelativePath path) => (UnixRelativePath)path.ToString().Replace('\\', '/');

    /// <summary>Whether the destination is the base or below it.</summary>
    public static bool Contains(this AbsolutePath basePath, string destinationPath) => IsDescendantPath(basePath, destinationPath);

    public static bool IsDescendantPath(string basePath, string destinationPath)
    {
        var relative = GetRelativePath(basePath, destinationPath);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !HasPathRoot(relative);
    }

    private static char Separator(string path) => GetPathRoot(path) switch
    {
        "/" => '/',
        null => Path.DirectorySeparatorChar,
        _ => '\\',
    };
}
