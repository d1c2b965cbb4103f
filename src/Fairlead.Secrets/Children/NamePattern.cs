namespace Fairlead.Secrets.Children;

/// <summary>Names of variables and programs, as the tables write them.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is meant; <c>*</c> at the end of the pattern stands for anything. Case does not matter: it does not on Windows.</summary>
    public static bool Matches(string pattern, string name)
        => pattern.EndsWith('*')
            ? name.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
            : name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
