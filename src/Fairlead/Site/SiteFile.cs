namespace Fairlead.Site;

/// <summary>One file of the site as it was built.</summary>
public sealed record SiteFile
{
    /// <summary>Relative to the site, with forward slashes: the object's key.</summary>
    public required string Path { get; init; }

    /// <summary>Where it lies on this machine.</summary>
    public required string SourcePath { get; init; }

    /// <summary>Of the content as built; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Of the content as built; lower-case hexadecimal. What S3 gives as ETag of an object that was put in one piece.</summary>
    public required string Md5 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string ContentType { get; init; }

    public required string CacheControl { get; init; }

    public required bool IsEntryPoint { get; init; }

    /// <summary>The content of an HTML entry point, which is published with the release stamped into it; null for every other file.</summary>
    public ReadOnlyMemory<byte>? Html { get; init; }
}
