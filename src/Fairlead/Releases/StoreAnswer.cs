namespace Fairlead.Releases;

/// <summary>What a store answered, and what time it was there.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Date">The store's clock, cut to the second; null when it did not say.</param>
internal sealed record StoreAnswer<T>(T Value, DateTimeOffset? Date);
