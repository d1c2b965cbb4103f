namespace Fairlead.Releases;

/// <summary>Which release each part names that serves, as it was asked.</summary>
/// <param name="Pages">Site → release; null when it could not be told.</param>
/// <param name="Services">Service → release; null when it could not be told.</param>
public sealed record ServedReleases(IReadOnlyDictionary<string, ReleaseId?> Pages, IReadOnlyDictionary<string, ReleaseId?> Services)
{
    /// <summary>What was told, each once.</summary>
    public IReadOnlyList<ReleaseId> Known => [.. Pages.Values.Concat(Services.Values).OfType<ReleaseId>().Distinct().OrderDescending()];

    /// <summary><c>the page of web names 20261121-101502-6cef224, api could not be asked</c></summary>
    public override string ToString()
        => Pages.Count + Services.Count == 0
            ? "nothing serves"
            : string.Join(", ", Lines("the page of ", Pages).Concat(Lines("", Services)));

    private static IEnumerable<string> Lines(string before, IReadOnlyDictionary<string, ReleaseId?> parts)
        => parts.OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => x.Value is { } release ? $"{before}{x.Key} names {release}" : $"{before}{x.Key} could not be asked");
}
