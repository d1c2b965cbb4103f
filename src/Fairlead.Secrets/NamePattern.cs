namespace Fairlead.Secrets;

/// <summary>Names of variables and programs, as the tables write them.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is meant; one <c>*</c> in the pattern stands for anything. Case does not matter: it does not on Windows.</summary>
    public static bool Matches(string pattern, string name)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? name.Equals(pattern, StringComparison.OrdinalIgnoreCase)
            : name.Length >= pattern.Length - 1
                && name.AsSpan().StartsWith(pattern.AsSpan(0, star), StringComparison.OrdinalIgnoreCase)
                && name.AsSpan().EndsWith(pattern.AsSpan(star + 1), StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc cref="Matches(string, string)"/>
    public static bool MatchesAny(string[] patterns, string name) => Array.Exists(patterns, x => Matches(x, name));
}
