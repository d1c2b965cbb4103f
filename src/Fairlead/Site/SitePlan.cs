using System.Globalization;
using System.Text;

namespace Fairlead.Site;

/// <summary>What has to be written so that the bucket holds the site as a release publishes it. Nothing is ever
/// deleted: open pages and rollbacks need the earlier assets.</summary>
/// <param name="ReleaseId">The release that the HTML entry points name.</param>
/// <param name="Assets">To upload first, in any order.</param>
/// <param name="EntryPoints">To switch afterwards, in this order: <c>index.html</c> last.</param>
/// <param name="Unchanged">Objects that are there already, by size and MD5.</param>
public sealed record SitePlan(string ReleaseId, IReadOnlyList<SiteObject> Assets, IReadOnlyList<SiteObject> EntryPoints, int Unchanged)
{
    /// <summary>Keys of assets and entry points that had another content or other headers before, so that an edge may hold that. Of assets seldom any: an
    /// asset's name changes with its content.</summary>
    public IReadOnlyList<string> Overwritten { get; init; } = [];

    /// <summary>The assets among them.</summary>
    public IReadOnlyList<string> OverwrittenAssets => [.. Overwritten.Intersect(Assets.Select(x => x.Path), StringComparer.Ordinal)];

    /// <summary>Keys of everything that is written.</summary>
    public IEnumerable<string> Paths => Assets.Concat(EntryPoints).Select(x => x.Path);

    public bool IsEmpty => Assets.Count == 0 && EntryPoints.Count == 0;

    /// <summary>Bytes that go over the wire.</summary>
    public long Bytes => Assets.Concat(EntryPoints).Sum(x => x.Size);

    /// <summary>The plan for a person: one line per object, a summary last.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var asset in Assets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"upload  {asset.Path}  {asset.Size} bytes  {asset.CacheControl}");
        }

        foreach (var entryPoint in EntryPoints)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"switch  {entryPoint.Path}  {entryPoint.Size} bytes  {entryPoint.CacheControl}");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Assets.Count} to upload, {EntryPoints.Count} to switch, {Unchanged} unchanged").ToString();
    }
}
