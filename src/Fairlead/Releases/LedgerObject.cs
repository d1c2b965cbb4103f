namespace Fairlead.Releases;

/// <summary>An object of the ledger as it was found.</summary>
/// <param name="Name">Key below the ledger's prefix.</param>
/// <param name="ETag">As the store gave it; null when there is no object.</param>
/// <param name="Value">What it says; null when there is none, or it is damaged.</param>
/// <param name="Damage">What is wrong with it; null when nothing is.</param>
public sealed record LedgerObject<T>(string Name, string? ETag, T? Value, LedgerDamage? Damage)
    where T : class;
