using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.IO;

/// <summary>A path without a root.</summary>
[DebuggerDisplay("{_path}")]
public class RelativePath
{
    private readonly string _path;
    private readonly char? _separator;

    protected RelativePath(string path, char? separator = null)
    {
        _path = PathConstruction.NormalizePath(path, separator);
        _separator = separator;
    }

    [return: NotNullIfNotNull(nameof(path))]
    public static explicit operator RelativePath?(string? path) => path is null ? null : new RelativePath(path);

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(RelativePath? path) => path?._path;

    public static RelativePath operator /(RelativePath left, Range range)
    {
        AbsolutePath.RequireUp(range);
        return left / "..";
    }

    public static RelativePath operator /(RelativePath left, string? right)
        => new(PathConstruction.Combine(left._path, right, left._separator), left._separator);

    public static RelativePath operator +(RelativePath left, string? right) => new(left._path + right, left._separator);

    public override string ToString() => _path;
}
