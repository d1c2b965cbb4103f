using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>A relative path with backslashes.</summary>
public class WinRelativePath : RelativePath
{
    protected WinRelativePath(string path, char? separator)
        : base(path, separator)
    {
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static explicit operator WinRelativePath?(string? path) => path is null ? null : new WinRelativePath(path, '\\');
}
