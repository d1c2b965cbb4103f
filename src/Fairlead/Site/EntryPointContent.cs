namespace Fairlead.Site;

/// <summary>An entry point as it was in the bucket, to be put back.</summary>
/// <param name="Path">The key.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="CacheControl">The Cache-Control header.</param>
public sealed record EntryPointContent(string Path, ReadOnlyMemory<byte> Content, string ContentType, string CacheControl);
