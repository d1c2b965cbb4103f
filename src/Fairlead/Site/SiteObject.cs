namespace Fairlead.Site;

/// <summary>An object as it is published.</summary>
public sealed record SiteObject
{
    /// <summary>The key.</summary>
    public required string Path { get; init; }

    /// <summary>Of the published content; lower-case hexadecimal.</summary>
    public required string Md5 { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    public required string ContentType { get; init; }

    public required string CacheControl { get; init; }

    /// <summary>The content, when it is not read from <see cref="SourcePath"/>.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>File that holds the content, when <see cref="Content"/> is null.</summary>
    public string? SourcePath { get; init; }
}
