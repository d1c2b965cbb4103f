namespace Fairlead.Releases;

/// <summary>A file of the site as a release publishes it.</summary>
/// <param name="Sha256">64 hexadecimal digits, of the bytes as published.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="CacheControl">The Cache-Control header.</param>
/// <param name="IsEntryPoint">Whether the file keeps its name from release to release.</param>
public sealed record SiteFile(string Sha256, string ContentType, string CacheControl, bool IsEntryPoint);
