namespace Fairlead.Releases;

/// <param name="Content">The bytes.</param>
/// <param name="ETag">As the store gave it.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="CacheControl">The Cache-Control header, exactly as it was written.</param>
/// <param name="LastModified">When it was written, by the store's clock, to the second; null where the store does not say.</param>
internal sealed record StoredObject(byte[] Content, string ETag, string ContentType, string CacheControl, DateTimeOffset? LastModified);
