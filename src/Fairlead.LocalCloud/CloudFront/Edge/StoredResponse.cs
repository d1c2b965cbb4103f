namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>A whole response as it is kept.</summary>
internal sealed record StoredResponse
{
    public required int Status { get; init; }

    /// <summary>End-to-end headers, without those that the edge writes itself.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>When the origin sent or confirmed it.</summary>
    public required DateTimeOffset Confirmed { get; init; }

    public required Freshness Freshness { get; init; }

    /// <summary>The origin's own ETag; the one in <see cref="Headers"/> is weak when the edge compressed the body.</summary>
    public string? OriginETag { get; init; }

    public bool IsError => Status >= 400;

    public bool IsFresh(DateTimeOffset now) => now - Confirmed < Freshness.Lifetime;

    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Its share of the cache's bound: the body, and an allowance for headers and key.</summary>
    public long Size => Body.Length + 1024;
}
