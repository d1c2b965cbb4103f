namespace Fairlead.Site.Invalidation;

/// <summary>Which paths the edge has to forget: those whose object was written over an earlier one. Of an asset that
/// is seldom the case, because its name changes with its content.</summary>
public sealed record InvalidationPlan
{
    /// <summary>
    /// Above this many objects one wildcard is cheaper and as good: CloudFront bills paths, and a wildcard counts as one. It is also as many paths with a
    /// wildcard as CloudFront lets be under way at a time; of others it takes 3,000
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations).
    /// </summary>
    public const int MaxObjects = 15;

    private InvalidationPlan(IReadOnlyList<string> paths) => Paths = paths;

    /// <summary>Percent-encoded, with a leading slash, ordered; a <c>*</c> only at an end.</summary>
    public IReadOnlyList<string> Paths { get; }

    public bool IsEmpty => Paths.Count == 0;

    /// <summary>Everything that the edge holds: for a place where a run was interrupted, of which nobody knows what it wrote.</summary>
    public static InvalidationPlan Everything { get; } = new(["/*"]);

    /// <summary>What the edge may know the objects by. An index page is also what the path of its folder shows, with and without a slash.</summary>
    /// <param name="keys">Keys of objects, in any order, also several times.</param>
    public static InvalidationPlan Of(IEnumerable<string> keys)
    {
        var objects = keys.ToHashSet(StringComparer.Ordinal);
        return objects.Count > MaxObjects ? Everything
            : new InvalidationPlan([.. objects.SelectMany(Names).Select(InvalidationPath.Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Names(string key)
    {
        const string index = "index.html";
        yield return key;
        if (key == index)
        {
            yield return "";
        }
        else if (key.EndsWith("/" + index, StringComparison.Ordinal))
        {
            yield return key[..^index.Length];
            yield return key[..^(index.Length + 1)];
        }
    }

    public override string ToString() => IsEmpty ? "nothing to invalidate" : "invalidate " + string.Join(" ", Paths);
}
