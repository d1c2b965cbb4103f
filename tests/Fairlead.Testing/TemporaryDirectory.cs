namespace Fairlead.Testing;

/// <summary>A directory of its own, which goes with the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <param name="prefix">How its name begins, so that what a killed run left can be told apart.</param>
    public TemporaryDirectory(string prefix = "fairlead-") => FullName = Directory.CreateTempSubdirectory(prefix).FullName;

    public string FullName { get; }

    /// <summary>The path of a file or directory in it, which need not be there.</summary>
    public string PathOf(params string[] parts) => Path.Combine([FullName, .. parts]);

    /// <summary>Writes a file, and makes the directories that it needs.</summary>
    /// <returns>Its path.</returns>
    public string Write(string path, string content)
    {
        var file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    public override string ToString() => FullName;

    public void Dispose() => Directory.Delete(FullName, recursive: true);

    public static implicit operator string(TemporaryDirectory directory) => directory.FullName;
}
