namespace Nuke.Common.Planning;

/// <summary>A bundle of lines that share one row: every source leads to every target.</summary>
internal sealed class LineTrack(IReadOnlyList<LayoutItem> sources, IReadOnlyList<LayoutItem> targets)
{
    public IReadOnlyList<LayoutItem> Sources { get; } = sources;
    public IReadOnlyList<LayoutItem> Targets { get; } = targets;

    /// <summary>It leads to one target, into a line that comes from elsewhere.</summary>
    public bool Joins { get; init; }

    /// <summary>Tracks whose row has to be further up.</summary>
    public List<LineTrack> Below { get; } = [];

    /// <summary>From the top; negative for a straight line, which needs none.</summary>
    public int Row { get; set; }

    public int Left => Sources.Concat(Targets).Select(x => x.Column).DefaultIfEmpty(0).Min();
    public int Right => Sources.Concat(Targets).Select(x => x.Column).DefaultIfEmpty(0).Max();
    public bool IsStraight => Left == Right;
}
