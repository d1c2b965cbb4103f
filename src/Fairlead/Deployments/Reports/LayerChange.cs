using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments.Reports;

/// <summary>What became of the layers of an image from one release to the next.</summary>
/// <param name="Total">How many the image has now.</param>
/// <param name="Added">How many of them the image before did not have.</param>
/// <param name="AddedBytes">Bytes of those, as they are stored and sent.</param>
public sealed record LayerChange(int Total, int Added, long AddedBytes)
{
    /// <summary>The change; null where a record does not say which layers its image has.</summary>
    public static LayerChange? Between(IReadOnlyList<ReleasedLayer>? before, IReadOnlyList<ReleasedLayer>? after)
    {
        if (before is null || after is null)
        {
            return null;
        }

        var known = before.Select(x => x.Digest).ToHashSet(StringComparer.Ordinal);
        var added = after.Where(x => !known.Contains(x.Digest)).ToList();
        return new LayerChange(after.Count, added.Count, added.Sum(x => x.Size));
    }

    public override string ToString()
        => Added == 0
            ? $"none of {ReportText.Count(Total, "layer")} new"
            : $"{Added} of {ReportText.Count(Total, "layer")} new, {ReportText.Bytes(AddedBytes)}";
}
