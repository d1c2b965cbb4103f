using System.Formats.Tar;
using System.IO.Compression;
using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>Packs and unpacks archives: zip and gzipped tar.</summary>
public static class CompressionExtensions
{
    private static readonly string[] TarGZip = [".tar.gz", ".tgz"];

    /// <summary>Packs the files of a directory; the extension of the archive says how: .zip, .tar.gz or .tgz.</summary>
    /// <param name="directory">What to pack.</param>
    /// <param name="archiveFile">Must not exist yet; its directory is created.</param>
    /// <param name="filter">Which files to take; by default all.</param>
    public static void CompressTo(this AbsolutePath directory, AbsolutePath archiveFile, Func<AbsolutePath, bool>? filter = null)
    {
        if (archiveFile.HasExtension(".zip"))
        {
            directory.ZipTo(archiveFile, filter);
        }
        else if (archiveFile.HasExtension(TarGZip[0], TarGZip))
        {
            directory.TarGZipTo(archiveFile, filter);
        }
        else
        {
            throw Unknown(archiveFile);
        }
    }

    /// <summary>Unpacks an archive; its extension says how. Files that are there already are overwritten.</summary>
    public static void UncompressTo(this AbsolutePath archiveFile, AbsolutePath directory)
    {
        if (archiveFile.HasExtension(".zip"))
        {
            archiveFile.UnZipTo(directory);
        }
        else if (archiveFile.HasExtension(TarGZip[0], TarGZip))
        {
            archiveFile.UnTarGZipTo(directory);
        }
        else
        {
            throw Unknown(archiveFile);
        }
    }

    /// <inheritdoc cref="CompressTo"/>
    public static void ZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter = null,
        CompressionLevel compressionLevel = CompressionLevel.Optimal,
        FileMode fileMode = FileMode.CreateNew)
    {
        var files = Files(directory, filter);
        archiveFile.Parent.CreateDirectory();
        using var stream = File.Open(archiveFile, fileMode, FileAccess.ReadWrite);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var file in files)
        {
            archive.CreateEntryFromFile(file, directory.GetUnixRelativePathTo(file), compressionLevel);
        }
    }

    /// <summary>Unpacks the files; those that are there already are overwritten.</summary>
    /// <exception cref="IOException">An entry would be written outside of the directory.</exception>
    public static void UnZipTo(this AbsolutePath archiveFile, AbsolutePath directory)
        => ZipFile.ExtractToDirectory(archiveFile, directory.CreateDirectory(), overwriteFiles: true);

    /// <inheritdoc cref="CompressTo"/>
    public static void TarGZipTo(
        this AbsolutePath directory,
        AbsolutePath archiveFile,
        Func<AbsolutePath, bool>? filter = null,
        FileMode fileMode = FileMode.CreateNew)
        => directory.TarGZipTo(archiveFile, Files(directory, filter), fileMode);

    /// <param name="baseDirectory">What the names in the archive are relative to.</param>
    /// <param name="archiveFile">By default it must not exist yet; its directory is created.</param>
    /// <param name="files">What to pack, with their permissions.</param>
    /// <param name="fileMode">What to do when the archive exists.</param>
    public static void TarGZipTo(
        this AbsolutePath baseDirectory,
        AbsolutePath archiveFile,
        IEnumerable<AbsolutePath> files,
        FileMode fileMode = FileMode.CreateNew)
    {
        archiveFile.Parent.CreateDirectory();
        using var stream = File.Open(archiveFile, fileMode, FileAccess.ReadWrite);
        using var compressed = new GZipStream(stream, CompressionLevel.Optimal);
        using var archive = new TarWriter(compressed, TarEntryFormat.Pax);
        foreach (var file in files)
        {
            archive.WriteEntry(file, baseDirectory.GetUnixRelativePathTo(file));
        }
    }

    /// <inheritdoc cref="UnZipTo"/>
    public static void UnTarGZipTo(this AbsolutePath archiveFile, AbsolutePath directory)
    {
        using var stream = File.OpenRead(archiveFile);
        using var uncompressed = new GZipStream(stream, CompressionMode.Decompress);
        TarFile.ExtractToDirectory(uncompressed, directory.CreateDirectory(), overwriteFiles: true);
    }

    // Taken before the archive is created, which may be below the directory.
    private static List<AbsolutePath> Files(AbsolutePath directory, Func<AbsolutePath, bool>? filter)
        => [.. directory.GetFiles("*", depth: int.MaxValue).Where(x => filter?.Invoke(x) ?? true)];

    private static BuildException Unknown(AbsolutePath archive) => new(
        $"'{archive.Name}' has no extension of an archive that this engine can pack and unpack.", "Use .zip, .tar.gz or .tgz.");
}
