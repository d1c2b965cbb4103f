namespace Fairlead.Releases;

internal sealed record StoredObject(byte[] Content, string ETag, string ContentType, string CacheControl);
