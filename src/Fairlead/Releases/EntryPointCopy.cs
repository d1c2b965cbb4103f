namespace Fairlead.Releases;

/// <summary>An entry point as a release published it; what the site is rolled back with.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="CacheControl">The Cache-Control header.</param>
public sealed record EntryPointCopy(byte[] Content, string ContentType, string CacheControl);
