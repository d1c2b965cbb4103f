namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What two stacks' content is made of, copied from this repository to a folder of its own, where tests change it, and put it back.</summary>
public sealed class StackRepository : IDisposable
{
    private readonly Dictionary<string, string?> _originals = [];

    public StackRepository()
    {
        var source = Repository.Root;
        foreach (var file in new[] { "cpm", "flora" }.SelectMany(x => StackDigest.FilesOfPlan(source, x)).Distinct())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Path.Combine(source, file), PathOf(file));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("fairlead-stacks-").FullName;

    public string PathOf(string path) => Path.Combine(Root, path);

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Writes a file until <see cref="Undo" />.</summary>
    public void Write(string path, string content)
    {
        Remember(path);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), content);
    }

    /// <summary>Deletes a file until <see cref="Undo" />.</summary>
    public void Delete(string path)
    {
        Remember(path);
        File.Delete(PathOf(path));
    }

    /// <summary>Puts back every file as it was copied.</summary>
    public void Undo()
    {
        foreach (var (path, content) in _originals)
        {
            if (content is null)
            {
                File.Delete(PathOf(path));
            }
            else
            {
                File.WriteAllText(PathOf(path), content);
            }
        }

        _originals.Clear();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Remember(string path) => _originals.TryAdd(path, File.Exists(PathOf(path)) ? Read(path) : null);
}
