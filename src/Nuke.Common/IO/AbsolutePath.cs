using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

/// <summary>A rooted, normalized path. <c>path / "sub"</c> appends, <c>path / ..</c> is the parent, <c>path + "x"</c> adds text.</summary>
[DebuggerDisplay("{_path}")]
[System.ComponentModel.TypeConverter(typeof(TypeConverter))]
public partial class AbsolutePath : IAbsolutePathHolder, IFormattable
{
    public const string DoubleQuote = "d";
    public const string DoubleQuoteIfNeeded = "dn";
    public const string SingleQuote = "s";
    public const string SingleQuoteIfNeeded = "sn";
    public const string NoQuotes = "nq";

    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string _path;

    private AbsolutePath(string path) => _path = PathConstruction.NormalizePath(path);

    public string Name => Path.GetFileName(_path);
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);
    public string Extension => Path.GetExtension(_path);

    // Neither with nor without a question mark, as in NUKE: only a root has none, and a warning at each .Parent of a build would be noise.
#nullable disable annotations
    /// <summary>null for a root.</summary>
    public AbsolutePath Parent => Path.GetDirectoryName(_path) is { } parent ? new AbsolutePath(parent) : null;
#nullable restore annotations

    AbsolutePath IAbsolutePathHolder.Path => this;

    /// <exception cref="ArgumentException">The path is not rooted.</exception>
    public static AbsolutePath Create(string path) => PathConstruction.HasPathRoot(path)
        ? new AbsolutePath(path)
        : throw new ArgumentException($"'{path}' is not an absolute path. Start from RootDirectory, such as RootDirectory / \"{path}\".");

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : Create(path);

    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    public static AbsolutePath operator /(AbsolutePath left, Range range)
    {
        RequireUp(range);
        return left.Parent ?? throw new ArgumentException($"'{left}' is a root, which has no parent.");
    }

    public static AbsolutePath operator /(AbsolutePath left, string? right) => new(PathConstruction.Combine(left._path, right));

    public static AbsolutePath operator +(AbsolutePath left, string? right) => new(left._path + right);

    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => Equals(a, b);

    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !Equals(a, b);

    public override bool Equals(object? obj) => obj is AbsolutePath other && Equals(other);

    public override int GetHashCode() => string.GetHashCode(_path, Comparison);

    public override string ToString() => _path;

    /// <param name="format">One of the constants of this class; null for no quotes.</param>
    /// <exception cref="FormatException">It is none of them.</exception>
    public string ToString(string? format) => format switch
    {
        DoubleQuote => _path.DoubleQuote(),
        DoubleQuoteIfNeeded => _path.DoubleQuoteIfNeeded(),
        SingleQuote => _path.SingleQuote(),
        SingleQuoteIfNeeded => _path.SingleQuoteIfNeeded(),
        null or "" or NoQuotes => _path,
        _ => throw new FormatException($"'{format}' is not a format of a path. Use d, dn, s, sn or nq."),
    };

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString(format);

    protected bool Equals(AbsolutePath? other) => string.Equals(_path, other?._path, Comparison);

    internal static void RequireUp(Range range)
    {
        if (!range.Equals(Range.All))
        {
            throw new ArgumentException("Only the plain range .. can be appended to a path; it means the parent.");
        }
    }
}
