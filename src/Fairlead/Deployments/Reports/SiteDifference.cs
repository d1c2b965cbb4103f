using Fairlead.Releases;

namespace Fairlead.Deployments.Reports;

/// <summary>What differs of a site between two releases. Paths are sorted, without a leading slash.</summary>
/// <param name="Name">The site.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Added">Files that only the later release has.</param>
/// <param name="Changed">Files with another content or other headers; that each release is named in its own pages is no change.</param>
/// <param name="Removed">Files that only the earlier release has.</param>
public sealed record SiteDifference(
    string Name, PartChange Change, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    internal static SiteDifference Between(string name, IReadOnlyDictionary<string, SiteFile>? before, IReadOnlyDictionary<string, SiteFile>? after)
    {
        var (earlier, later) = (before ?? new Dictionary<string, SiteFile>(), after ?? new Dictionary<string, SiteFile>());
        var (added, changed, removed) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (path, file) in later)
        {
            if (!earlier.TryGetValue(path, out var was))
            {
                added.Add(path);
            }
            else if (!file.IsMadeAs(was))
            {
                changed.Add(path);
            }
        }

        foreach (var path in earlier.Keys)
        {
            if (!later.ContainsKey(path))
            {
                removed.Add(path);
            }
        }

        added.Sort(StringComparer.Ordinal);
        changed.Sort(StringComparer.Ordinal);
        removed.Sort(StringComparer.Ordinal);
        var change = before is null ? PartChange.Added
            : after is null ? PartChange.Removed
            : added.Count + changed.Count + removed.Count > 0 ? PartChange.Changed
            : PartChange.Unchanged;
        return new SiteDifference(name, change, added, changed, removed);
    }
}
