namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>How long a response stays in the cache, and what of a request makes it another object.</summary>
internal sealed record CachePolicy(TimeSpan MinTtl, TimeSpan DefaultTtl, TimeSpan MaxTtl)
{
    public Selection Headers { get; init; } = Selection.None;

    public Selection Cookies { get; init; } = Selection.None;

    public Selection QueryStrings { get; init; } = Selection.None;

    public bool Gzip { get; init; }

    public bool Brotli { get; init; }

    /// <summary>False: nothing but errors is ever kept.</summary>
    public bool Caches => MaxTtl > TimeSpan.Zero;
}

/// <summary>What of a request goes on to the origin besides what the cache policy names.</summary>
internal sealed record OriginRequestPolicy(Selection Headers, Selection Cookies, Selection QueryStrings)
{
    public static OriginRequestPolicy None { get; } = new(Selection.None, Selection.None, Selection.None);
}

/// <summary>A choice among headers, cookies or query strings. Names are compared without case.</summary>
internal sealed record Selection
{
    private readonly bool _all;
    private readonly string[] _names;

    private Selection(bool all, params string[] names)
    {
        _all = all;
        _names = names;
    }

    public static Selection None { get; } = new(false);

    public static Selection All { get; } = new(true);

    public static Selection Only(params string[] names) => new(false, names);

    public static Selection AllExcept(params string[] names) => new(true, names);

    /// <summary>Everything but <see cref="Listed"/>, where else it is nothing but them.</summary>
    public bool IsExclusion => _all;

    public IReadOnlyList<string> Listed => _names;

    /// <summary>The names of a selection that lists them; empty for all and for none.</summary>
    public IReadOnlyList<string> Names => _all ? [] : _names;

    public bool Contains(string name) => _all != _names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
