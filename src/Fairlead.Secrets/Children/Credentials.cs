namespace Fairlead.Secrets.Children;

/// <summary>Variables that let whoever reads them act as somebody: a row of the table in <see cref="ChildEnvironment"/>.</summary>
/// <param name="Of">Whose they are.</param>
/// <param name="Variables">Names; <c>*</c> at the end stands for anything. Case does not matter.</param>
internal sealed record Credentials(string Of, params string[] Variables)
{
    /// <summary>Programs that are made to act with them; they get them. Nobody else does, unless the build names it.</summary>
    public string[] Programs { get; init; } = [];

    /// <summary>What the row's names take in, and is no credential; patterns as well.</summary>
    public string[] Harmless { get; init; } = [];

    public bool Has(string variable) => Matches(Variables, variable) && !Matches(Harmless, variable);

    public bool AreFor(string program) => Contains(Programs, program);

    private static bool Matches(string[] patterns, string variable) => Array.Exists(patterns, x => NamePattern.Matches(x, variable));

    private static bool Contains(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
