namespace Fairlead.Containers;

/// <summary>A file, directory or symbolic link of a layer.</summary>
/// <param name="Path">Path in the image without a leading slash: <c>app/Shop.Api.dll</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Source">File on this machine, for a file.</param>
/// <param name="Length">Bytes, for a file.</param>
/// <param name="Executable">Whether the mode is 0755 rather than 0644; directories are always 0755.</param>
/// <param name="LinkTarget">Where a symbolic link points to, relative to its own directory.</param>
public sealed record LayerEntry(
    string Path,
    LayerEntryKind Kind,
    string? Source = null,
    long Length = 0,
    bool Executable = false,
    string? LinkTarget = null);
