namespace Fairlead.Site.Invalidation;

/// <summary>Which paths the edge has to forget: those whose object was written over an earlier one. Of an asset that
/// is seldom the case, because its name changes with its content.</summary>
public sealed record InvalidationPlan
{
    /// <summary>Above this many paths one wildcard is cheaper and as good: CloudFront bills paths, and a wildcard counts as one.</summary>
    public const int MaxPaths = 15;

    private InvalidationPlan(IReadOnlyList<string> paths) => Paths = paths;

    /// <summary>Percent-encoded, with a leading slash, ordered.</summary>
    public IReadOnlyList<string> Paths { get; }

    public bool IsEmpty => Paths.Count == 0;

    /// <summary>Everything that the edge holds: for a place where a run was interrupted, of which nobody knows what it wrote.</summary>
    public static InvalidationPlan Everything { get; } = new(["/*"]);

    /// <summary>For a new release: every entry point of the site, which an interrupted upload of the same run
    /// may have switched, and the assets that were overwritten.</summary>
    /// <param name="content">The site.</param>
    /// <param name="written">What this run wrote; null when it wrote nothing.</param>
    public static InvalidationPlan ForRelease(SiteContent content, SitePlan? written)
        => Of(content.EntryPoints.Select(x => x.Path).Concat(written?.OverwrittenAssets ?? []));

    /// <summary>
    /// For a release that was complete and whose objects were put right: all that was written. Where an object
    /// had been missing, the edge may hold the page that it shows for that.
    /// </summary>
    /// <param name="written">What this run wrote.</param>
    public static InvalidationPlan ForRepair(SitePlan written) => Of(written.Paths);

    /// <param name="keys">Keys of objects.</param>
    public static InvalidationPlan Of(IEnumerable<string> keys)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            paths.Add("/" + string.Join('/', key.Split('/').Select(Uri.EscapeDataString)));
            if (key == "index.html")
            {
                paths.Add("/");
            }
        }

        return new InvalidationPlan(paths.Count > MaxPaths ? ["/*"] : [.. paths]);
    }

    public override string ToString() => IsEmpty ? "nothing to invalidate" : "invalidate " + string.Join(" ", Paths);
}
