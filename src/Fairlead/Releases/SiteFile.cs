namespace Fairlead.Releases;

/// <summary>A file of the site as a release publishes it. Equal to another with the same bytes and headers, whatever else is recorded of it.</summary>
/// <param name="Sha256">64 hexadecimal digits, of the bytes as published.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="CacheControl">The Cache-Control header.</param>
/// <param name="IsEntryPoint">Whether the file keeps its name from release to release.</param>
public sealed record SiteFile(string Sha256, string ContentType, string CacheControl, bool IsEntryPoint)
{
    /// <summary>64 hexadecimal digits, of the bytes before the release was stamped on them; null where none is, and in records that do not say.</summary>
    public string? UnstampedSha256 { get; init; }

    public bool Equals(SiteFile? other)
        => other is not null && (Sha256, ContentType, CacheControl, IsEntryPoint) == (other.Sha256, other.ContentType, other.CacheControl, other.IsEntryPoint);

    public override int GetHashCode() => HashCode.Combine(Sha256, ContentType, CacheControl, IsEntryPoint);

    /// <summary>Whether the build made the same of it: two releases never publish the same page, because each names its own.</summary>
    public bool IsMadeAs(SiteFile other)
        => this == other
            || (UnstampedSha256 is { } mine && mine == other.UnstampedSha256
                && (ContentType, CacheControl, IsEntryPoint) == (other.ContentType, other.CacheControl, other.IsEntryPoint));
}
