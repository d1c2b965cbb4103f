namespace Fairlead.Containers;

/// <param name="Name">What the layer holds, for messages and the image's history: <c>dependencies</c>, <c>app</c>.</param>
/// <param name="Entries">Sorted ordinally by path, directories before what is in them.</param>
public sealed record LayerPlan(string Name, IReadOnlyList<LayerEntry> Entries)
{
    /// <summary>Bytes of all files.</summary>
    public long ContentLength => Entries.Sum(x => x.Length);
}
