using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Site.Invalidation;

/// <summary>Which paths the edge has to forget. Assets never: their names change with their content.</summary>
public sealed record InvalidationPlan
{
    /// <summary>Above this many paths one wildcard is cheaper and as good: CloudFront bills paths, and a wildcard counts as one.</summary>
    public const int MaxPaths = 15;

    private InvalidationPlan(IReadOnlyList<string> paths) => Paths = paths;

    /// <summary>Percent-encoded, with a leading slash, ordered.</summary>
    public IReadOnlyList<string> Paths { get; }

    public bool IsEmpty => Paths.Count == 0;

    /// <summary>
    /// For the entry points that a sync switched. A run that was killed between switching and invalidating leaves nothing to switch to the next one:
    /// use <see cref="ForAll"/> unless the last release is known to be verified.
    /// </summary>
    public static InvalidationPlan For(SitePlan plan) => Of(plan.EntryPoints.Select(x => x.Path));

    /// <summary>For every entry point of the site: what to use for a release that is not known to be complete.</summary>
    public static InvalidationPlan ForAll(SiteContent content) => Of(content.EntryPoints.Select(x => x.Path));

    /// <param name="entryPoints">Keys of objects.</param>
    public static InvalidationPlan Of(IEnumerable<string> entryPoints)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entryPoint in entryPoints)
        {
            paths.Add("/" + string.Join('/', entryPoint.Split('/').Select(Uri.EscapeDataString)));
            if (entryPoint == "index.html")
            {
                paths.Add("/");
            }
        }

        return new InvalidationPlan(paths.Count > MaxPaths ? ["/*"] : [.. paths]);
    }

    /// <summary>
    /// The batch's name for CloudFront. The same occasion and paths give the same name, and CloudFront then gives back the first batch instead of making another; so an
    /// occasion that comes again, like going back to an earlier release, needs a name of its own.
    /// </summary>
    /// <param name="occasion">The release id; for a rollback, something that names this rollback.</param>
    public string CallerReference(string occasion)
        => $"{occasion}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Paths))))[..12]}";

    public override string ToString() => IsEmpty ? "nothing to invalidate" : "invalidate " + string.Join(" ", Paths);
}
