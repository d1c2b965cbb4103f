using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding DefaultEncoding { get; set; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static string ReadAllText(this AbsolutePath path, Encoding encoding = null) => File.ReadAllText(path, encoding ?? DefaultEncoding);

    public static string[] ReadAllLines(this AbsolutePath path, Encoding encoding = null) => File.ReadAllLines(path, encoding ?? DefaultEncoding);

    public static byte[] ReadAllBytes(this AbsolutePath path) => File.ReadAllBytes(path);

    /// <summary>Creates the directory, too. <paramref name="eofLineBreak"/>: whether the file ends with exactly one line break; null leaves it.</summary>
    public static AbsolutePath WriteAllText(this AbsolutePath path, string content, Encoding encoding = null, bool? eofLineBreak = null)
    {
        path.Parent.CreateDirectory();
        var text = eofLineBreak is null ? content : content.TrimEnd('\r', '\n') + (eofLineBreak.Value ? Environment.NewLine : "");
        File.WriteAllText(path, text, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        IEnumerable<string> lines,
        Encoding encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null)
    {
        var lineBreak = platformFamily switch
        {
            PlatformFamily.Windows => "\r\n",
            PlatformFamily.Linux or PlatformFamily.OSX => "\n",
            _ => Environment.NewLine,
        };
        path.Parent.CreateDirectory();
        File.WriteAllText(path, string.Join(lineBreak, lines) + (eofLineBreak is false ? "" : lineBreak), encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath WriteAllLines(
        this AbsolutePath path,
        string[] lines,
        Encoding encoding = null,
        PlatformFamily? platformFamily = null,
        bool? eofLineBreak = null) => path.WriteAllLines(lines.AsEnumerable(), encoding, platformFamily, eofLineBreak);

    public static AbsolutePath WriteAllBytes(this AbsolutePath path, byte[] bytes)
    {
        path.Parent.CreateDirectory();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static AbsolutePath AppendAllText(this AbsolutePath path, string content, Encoding encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllText(path, content, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(this AbsolutePath path, IEnumerable<string> lines, Encoding encoding = null)
    {
        path.Parent.CreateDirectory();
        File.AppendAllLines(path, lines, encoding ?? DefaultEncoding);
        return path;
    }

    public static AbsolutePath AppendAllLines(this AbsolutePath path, string[] lines, Encoding encoding = null) =>
        path.AppendAllLines(lines.AsEnumerable(), encoding);

    public static AbsolutePath UpdateText(this AbsolutePath path, Func<string, string> update, Encoding encoding = null) =>
        path.WriteAllText(update(path.ReadAllText(encoding)), encoding);

    /// <summary>SHA-256 of the content in lower-case hexadecimal digits.</summary>
    public static string GetFileHash(this AbsolutePath path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Hash over the relative names and contents of all files below; times and attributes do not matter.</summary>
    public static string GetDirectoryHash(this AbsolutePath path, Func<AbsolutePath, bool> includeFile = null) =>
        path.GetFiles("*", depth: int.MaxValue).Where(x => includeFile?.Invoke(x) ?? true).GetFileSetHash(path);

    public static string GetFileSetHash(this IEnumerable<AbsolutePath> paths, string baseDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var named = paths.Select(x => (Name: PathConstruction.GetUnixRelativePath(baseDirectory, x).ToString(), Path: x));
        foreach (var (name, path) in named.OrderBy(x => x.Name, StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{path.GetFileHash()}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
