namespace Fairlead.Releases;

/// <summary>A copy of an entry point that cannot be used.</summary>
/// <param name="Release">The release.</param>
/// <param name="Site">Name of the site.</param>
/// <param name="Path">Path in the site's bucket, without a leading slash.</param>
/// <param name="ETag">As the store gave it; null when it is lost.</param>
/// <param name="Damage">What is wrong with it.</param>
/// <param name="Live">The same bytes from where the site serves them; null when it serves others.</param>
public sealed record DamagedCopy(ReleaseId Release, string Site, string Path, string? ETag, LedgerDamage Damage, EntryPointCopy? Live);
