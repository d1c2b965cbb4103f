namespace Fairlead.Containers;

/// <param name="Name">What the layer holds, for messages and the image's history: <c>dependencies</c>, <c>app</c>.</param>
/// <param name="Entries">Sorted ordinally by path, directories before what is in them.</param>
public sealed record LayerPlan(string Name, IReadOnlyList<LayerEntry> Entries)
{
    /// <summary>Plans a layer of this content, with the directories that lead to it.</summary>
    /// <param name="name">What the layer holds.</param>
    /// <param name="root">Directory in the layer that the content goes to, without slashes around it; empty for the top.</param>
    /// <param name="content">Files and links, by paths relative to the root.</param>
    internal static LayerPlan Create(string name, string root, IEnumerable<LayerEntry> content)
    {
        var entries = new SortedDictionary<string, LayerEntry>(StringComparer.Ordinal);
        foreach (var entry in content)
        {
            var path = root.Length == 0 ? entry.Path : $"{root}/{entry.Path}";
            entries[path] = entry with { Path = path };
            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                // The slash at the end sorts a directory before everything in it.
                var directory = path[..(slash + 1)];
                entries.TryAdd(directory, new LayerEntry(directory, LayerEntryKind.Directory));
            }
        }

        return new LayerPlan(name, [.. entries.Values]);
    }

    /// <summary>Bytes of all files.</summary>
    public long ContentLength => Entries.Sum(x => x.Length);
}
