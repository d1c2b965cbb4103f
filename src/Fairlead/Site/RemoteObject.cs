namespace Fairlead.Site;

/// <summary>An object of the bucket as a listing shows it.</summary>
/// <param name="Key">The key.</param>
/// <param name="ETag">Without quotes. The MD5 of an object that was put in one piece and not encrypted with a KMS key.</param>
/// <param name="Size">Bytes.</param>
public sealed record RemoteObject(string Key, string ETag, long Size);
