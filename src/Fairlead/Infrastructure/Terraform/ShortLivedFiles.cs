namespace Fairlead.Infrastructure.Terraform;

/// <summary>Files that only their owner may read and that go with the command that reads them.</summary>
internal sealed class ShortLivedFiles(string temporaryDirectory) : IDisposable
{
    /// <summary>Name of the file with the values of variables.</summary>
    public const string Values = "fairlead-values.tfvars";

    private string? _directory;

    /// <summary>Writes a file with the content.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string content)
    {
        _directory ??= MakeDirectory();
        var file = Path.Combine(_directory, name);
        using var writer = new StreamWriter(Create(file));
        writer.Write(content);
        return file;
    }

    /// <summary>An empty file that only its owner may read, in place of what was there.</summary>
    public static FileStream Create(string file)
    {
        File.Delete(file);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(file, how);
    }

    public void Dispose()
    {
        if (_directory is not null)
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    private string MakeDirectory()
    {
        var directory = Path.Combine(Path.GetFullPath(temporaryDirectory), $"terraform-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(directory).FullName;
        }

        Directory.CreateDirectory(temporaryDirectory);
        return Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
