namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>Copies a file or a directory with its content to the path <paramref name="target"/>.</summary>
    /// <returns>Where it is now: the source when the policy made it skip a file.</returns>
    /// <exception cref="IOException">Something is there already and the policy says to fail.</exception>
    public static AbsolutePath Copy(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true)
    {
        RequireSource(source);
        if (createDirectories)
        {
            target.Parent.CreateDirectory();
        }

        if (File.Exists(source))
        {
            Assert.True(excludeDirectory is null && excludeFile is null, $"'{source}' is a file, of which nothing can be excluded.");
            return Transfer(source, target, policy, (x, y) => File.Copy(x, y, overwrite: true)) ? target : source;
        }

        TransferDirectory(source, target, policy, excludeDirectory, excludeFile, (x, y) => File.Copy(x, y, overwrite: true));
        return target;
    }

    public static AbsolutePath CopyToDirectory(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        Func<AbsolutePath, bool>? excludeDirectory = null,
        Func<AbsolutePath, bool>? excludeFile = null,
        bool createDirectories = true)
        => source.Copy(target / source.Name, policy, excludeDirectory, excludeFile, createDirectories);

    /// <summary>Moves a file or directory to the path <paramref name="target"/>.</summary>
    /// <returns>Where it is now: the source when the policy made it skip a file.</returns>
    /// <param name="source">A file or a directory.</param>
    /// <param name="target">Its new path.</param>
    /// <param name="policy">What to do with what is there already.</param>
    /// <param name="createDirectories">Whether to create the directory above the target.</param>
    /// <param name="deleteRemainingFiles">Whether the files of a directory that were skipped are deleted rather than left where they were.</param>
    /// <exception cref="IOException">Something is there already and the policy says to fail.</exception>
    public static AbsolutePath Move(
        this AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy = ExistsPolicy.Fail,
        bool createDirectories = true,
        bool deleteRemainingFiles = false)
    {
        RequireSource(source);
        if (createDirectories)
        {
            target.Parent.CreateDirectory();
        }

        if (File.Exists(source))
        {
            return Transfer(source, target, policy, (x, y) => File.Move(x, y, overwrite: true)) ? target : source;
        }

        if (!Directory.Exists(target))
        {
            Directory.Move(source, target);
            return target;
        }

        TransferDirectory(source, target, policy, null, null, (x, y) => File.Move(x, y, overwrite: true));
        if (deleteRemainingFiles || !Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Any())
        {
            source.DeleteDirectory();
        }

        return target;
    }

    public static AbsolutePath Move(
        this AbsolutePath source, Func<AbsolutePath, AbsolutePath> newPath, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true)
        => source.Move(newPath(source), policy, createDirectories);

    public static AbsolutePath MoveToDirectory(
        this AbsolutePath source, AbsolutePath target, ExistsPolicy policy = ExistsPolicy.Fail, bool createDirectories = true)
        => source.Move(target / source.Name, policy, createDirectories);

    public static AbsolutePath Rename(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail)
        => source.Move(source.Parent / newName, policy);

    public static AbsolutePath Rename(this AbsolutePath source, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail)
        => source.Rename(newName(source), policy);

    /// <summary>Renames, and keeps the extension.</summary>
    public static AbsolutePath RenameWithoutExtension(this AbsolutePath source, string newName, ExistsPolicy policy = ExistsPolicy.Fail)
        => source.Move(source.Parent / newName + source.Extension, policy);

    /// <inheritdoc cref="RenameWithoutExtension(AbsolutePath, string, ExistsPolicy)"/>
    public static AbsolutePath RenameWithoutExtension(
        this AbsolutePath source, Func<AbsolutePath, string> newName, ExistsPolicy policy = ExistsPolicy.Fail)
        => source.RenameWithoutExtension(newName(source), policy);

    private static void RequireSource(AbsolutePath source)
    {
        if (!Path.Exists(source))
        {
            throw new FileNotFoundException($"'{source}' does not exist and cannot be copied or moved.");
        }
    }

    private static void TransferDirectory(
        AbsolutePath source,
        AbsolutePath target,
        ExistsPolicy policy,
        Func<AbsolutePath, bool>? excludeDirectory,
        Func<AbsolutePath, bool>? excludeFile,
        Action<string, string> transfer)
    {
        if (source.Contains(target))
        {
            throw new IOException($"'{target}' is inside of '{source}', so that the directory would be copied into itself.");
        }

        if (Directory.Exists(target) && !policy.HasFlag(ExistsPolicy.DirectoryMerge))
        {
            throw new IOException($"'{target}' already exists. Use an ExistsPolicy that merges directories.");
        }

        target.CreateDirectory();
        foreach (var directory in source.GetDirectories().Where(x => excludeDirectory?.Invoke(x) != true))
        {
            TransferDirectory(directory, target / directory.Name, policy | ExistsPolicy.DirectoryMerge, excludeDirectory, excludeFile, transfer);
        }

        foreach (var file in source.GetFiles().Where(x => excludeFile?.Invoke(x) != true))
        {
            Transfer(file, target / file.Name, policy, transfer);
        }
    }

    private static bool Transfer(AbsolutePath source, AbsolutePath target, ExistsPolicy policy, Action<string, string> transfer)
    {
        if (File.Exists(target))
        {
            if (policy.HasFlag(ExistsPolicy.FileSkip))
            {
                return false;
            }

            if (policy.HasFlag(ExistsPolicy.FileOverwriteIfNewer) && File.GetLastWriteTimeUtc(source) <= File.GetLastWriteTimeUtc(target))
            {
                return false;
            }

            if (!policy.HasFlag(ExistsPolicy.FileOverwrite) && !policy.HasFlag(ExistsPolicy.FileOverwriteIfNewer))
            {
                throw new IOException($"'{target}' already exists. Use an ExistsPolicy that skips or overwrites files.");
            }
        }

        transfer(source, target);
        return true;
    }
}
