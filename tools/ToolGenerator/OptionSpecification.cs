namespace ToolGenerator;

/// <summary>One option.</summary>
/// <param name="Name">The name of its property.</param>
/// <param name="Type">A C# type; lists, dictionaries and lookups as <c>List&lt;T&gt;</c>,
/// <c>Dictionary&lt;string, T&gt;</c>, <c>LookupTable&lt;string, T&gt;</c>.</param>
/// <param name="Format">How it is written; none for the delegates of a dictionary, and for what is not an argument.</param>
/// <param name="Position">Positive: before the others. Negative: behind them.</param>
/// <param name="Separator">Joins the values of a list.</param>
/// <param name="Secret">Its value is not shown.</param>
/// <param name="Delegates">Of a dictionary: the group of options that are well-known keys of it.</param>
internal sealed record OptionSpecification(
    string Name, string Type, string? Format, int? Position, string? Separator, bool Secret, string? Delegates)
{
    private static readonly string[] Structs = ["bool", "int", "long", "float", "double", "decimal"];

    public bool IsFlag => Type == "bool";
    public bool IsList => Type.StartsWith("List<", StringComparison.Ordinal);
    public bool IsDictionary => Type.StartsWith("Dictionary<", StringComparison.Ordinal);
    public bool IsLookup => Type.StartsWith("LookupTable<", StringComparison.Ordinal);

    /// <summary>Of a list, dictionary or lookup: the type of its values.</summary>
    public string Item => Type[(Type.LastIndexOfAny(['<', ',']) + 1)..^1].Trim();

    /// <summary>The type of its value when it is set.</summary>
    public string Value
        => IsList ? $"IReadOnlyList<{Item}>"
        : IsDictionary ? $"IReadOnlyDictionary<string, {Item}>"
        : IsLookup ? $"ILookup<string, {Item}>"
        : Structs.Contains(Type) ? $"{Type}?"
        : Type;

    /// <summary>The type of the property: an option that is not set is null.</summary>
    public string Property => Value.EndsWith('?') ? Value : $"{Value}?";

    /// <summary>Properties: Property.</summary>
    public string Singular
        => Name.EndsWith("ies", StringComparison.Ordinal) ? $"{Name[..^3]}y"
        : Name.EndsWith('s') && !Name.EndsWith("ss", StringComparison.Ordinal) ? Name[..^1]
        : Name;

    /// <summary>NoWarn: NoWarns.</summary>
    public string Plural => Name.EndsWith('s') ? Name : $"{Name}s";
}
