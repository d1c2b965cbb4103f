namespace Fairlead.Secrets;

/// <summary>Variables that let whoever reads them act as somebody: a row of <see cref="CredentialTable"/>.</summary>
/// <param name="Of">Whose they are.</param>
/// <param name="Secrets">Names of those whose values are secrets: withheld from tools and hidden where they are shown; one <c>*</c> stands for anything.
/// Case does not matter.</param>
internal sealed record CredentialKind(string Of, params string[] Secrets)
{
    /// <summary>Names of what is withheld and may be shown, because it opens nothing by itself: as whom somebody acts, and where to ask. A secret by its words
    /// among them is one.</summary>
    public string[] Withheld { get; init; } = [];

    /// <summary>Names of secrets that are found however they are spelt; in letters and digits alone, as <see cref="VariableName.Key"/> writes them.</summary>
    public string[] Spelt { get; init; } = [];

    /// <summary>What the row's names take in, and is no credential; patterns as well.</summary>
    public string[] Harmless { get; init; } = [];

    /// <summary>Programs that are made to act with them; they get them. Nobody else does, unless the build names it.</summary>
    public string[] Programs { get; init; } = [];

    public bool Has(string name)
        => (NamePattern.MatchesAny(Secrets, name) || NamePattern.MatchesAny(Withheld, name) || IsSpelt(name)) && !NamePattern.MatchesAny(Harmless, name);

    /// <summary>Whether the value of one of its variables is a secret.</summary>
    public bool IsSecret(string name) => NamePattern.MatchesAny(Secrets, name) || IsSpelt(name) || SecretWords.In(name);

    public bool AreFor(string program) => Programs.Contains(program, StringComparer.OrdinalIgnoreCase);

    private bool IsSpelt(string name) => Spelt.Length > 0 && NamePattern.MatchesAny(Spelt, VariableName.Key(name));
}
