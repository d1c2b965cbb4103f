using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>UTF-8 without a byte order mark; text that cannot be encoded is an error.</summary>
    public static Encoding DefaultEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whose line breaks <c>WriteAllLines</c> writes; those of the platform that this runs on when null.</summary>
    public static PlatformFamily? DefaultLineBreakType = EnvironmentInfo.Platform;

    /// <summary>Whether files that are written end in exactly one line break.</summary>
    public static bool DefaultEofLineBreak = true;

    /// <summary>UTF-8 unless told otherwise or the file has a byte order mark.</summary>
    public static string ReadAllText(this AbsolutePath path, Encoding? encoding = null)
    {
        Assert.FileExists(path);
        return File.ReadAllText(path, encoding ?? Encoding.UTF8);
    }

    /// <inheritdoc cref="ReadAllText"/>
    public static string[] ReadAllLines(this AbsolutePath path, Encoding? encoding = null)
    {
        Assert.FileExists(path);
        return File.ReadAllLines(path, encoding ?? Encoding.UTF8);
    }

    public static byte[] ReadAllBytes(this AbsolutePath path)
    {
        Assert.FileExists(path);
        return File.ReadAllBytes(path);
    }

    /// <summary>Writes the text; creates the directory, too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">The text.</param>
    /// <param name="encoding">By default <see cref="DefaultEncoding"/>.</param>
    /// <param name="eofLineBreak">Whether the file ends in exactly one line break, of the kind that the
    /// text has; by default <see cref="DefaultEofLineBreak"/>.</param>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding? encoding = null, bool? eofLineBreak = null)
    {
        path.Parent.CreateDirectory();
        if (eofLineBreak ?? DefaultEofLineBreak)
        {
            content = content.TrimEnd('\r', '\n') + (content.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");
        }

        File.WriteAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    /// <summary>Writes the lines; creates the directory, too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="encoding">By default <see cref="DefaultEncoding"/>.</param>
    /// <param name="platformFamily">Whose line breaks; by default <see cref="DefaultLineBreakType"/>.</param>
    /// <param name="eofLineBreak">Whether the last line ends in a line break; by default <see cref="DefaultEofLineBreak"/>.</param>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding? encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null)
    {
        var lineBreak = StringExtensions.LineBreak(platformFamily ?? DefaultLineBreakType);
        path.Parent.CreateDirectory();
        File.WriteAllText(path, lines.Join(lineBreak) + (eofLineBreak ?? DefaultEofLineBreak ? lineBreak : ""), encoding ?? DefaultEncoding);
        return path;
    }

    /// <inheritdoc cref="WriteAllLines(AbsolutePath, IEnumerable{string}, Encoding, PlatformFamily?, bool?)"/>
    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        string[] lines,
        Encoding? encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null) => path.WriteAllLines(lines.AsEnumerable(), encoding, platformFamily, eofLineBreak);

    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding? encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(this AbsolutePath path, IEnumerable<string> lines, Encoding? encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllLines(path, lines, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(this AbsolutePath path, string[] lines, Encoding? encoding = null)
        => path.AppendAllLines(lines.AsEnumerable(), encoding);

    public static AbsolutePath UpdateText(this AbsolutePath path, Func<string, string> update, Encoding? encoding = null)
        => path.WriteAllText(update(path.ReadAllText(encoding)), encoding);

    /// <summary>MD5 of the content in lower-case hexadecimal digits: to compare, not to protect.</summary>
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.FileExists(path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    /// <summary>MD5 over the relative names and the contents of all files below; times and attributes do not matter.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="includeFile">Which files count; by default all.</param>
    public static string GetDirectoryHash(this AbsolutePath path, Func<AbsolutePath, bool>? includeFile = null)
    {
        Assert.DirectoryExists(path);
        return path.GetFiles("*", depth: int.MaxValue).Where(x => includeFile?.Invoke(x) ?? true).GetFileSetHash(path);
    }

    /// <summary>MD5 over the names, relative to the base directory, and the contents of the files, in the order of their names.</summary>
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> paths, string baseDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = new byte[81920];
        foreach (var path in paths.Distinct().OrderBy(x => x.ToString(), StringComparer.InvariantCulture))
        {
            Assert.FileExists(path);
            hash.AppendData(Encoding.UTF8.GetBytes(PathConstruction.GetUnixRelativePath(baseDirectory, path)));
            using var stream = File.OpenRead(path);
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
