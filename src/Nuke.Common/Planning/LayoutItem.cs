namespace Nuke.Common.Planning;

/// <summary>A target in its layer, or a line that passes the layer.</summary>
/// <param name="target">Index of the target; null for a line.</param>
/// <param name="width">Columns that it takes.</param>
internal sealed class LayoutItem(int? target, int width)
{
    public int? Target { get; } = target;
    public int Width { get; } = width;
    public List<LayoutItem> Above { get; } = [];
    public List<LayoutItem> Below { get; } = [];

    /// <summary>Its place in the layer, from the left.</summary>
    public int Place { get; set; }

    public int Column { get; set; }
}
