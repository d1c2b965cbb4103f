namespace AwsClientGenerator;

/// <summary>The type of a member: a scalar, a structure or an enumeration, or a list or a map (whose keys are strings) of one.</summary>
/// <param name="Container"><c>list</c>, <c>map</c>, or empty.</param>
/// <param name="Item">The type itself, or that of the items.</param>
internal sealed record MemberType(string Container, string Item)
{
    /// <summary>What the vendor calls a scalar, and what C# does. <c>milliseconds</c> is a <c>long</c> that the vendor's client gives as a time.</summary>
    public static readonly IReadOnlyDictionary<string, string> Scalars = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["string"] = "string",
        ["boolean"] = "bool",
        ["integer"] = "int",
        ["long"] = "long",
        ["float"] = "float",
        ["double"] = "double",
        ["timestamp"] = "DateTime",
        ["milliseconds"] = "DateTime",
    };

    public bool IsList => Container == "list";

    public bool IsMap => Container == "map";

    /// <summary>Whether it is written in XML, where lists hold strings or structures and there are no maps.</summary>
    public bool FitsXml => !IsMap && Item == Leaf && Item != "milliseconds" && !(IsList && Item != "string" && Scalars.ContainsKey(Item));

    /// <summary>The C# type, which has a value for "not given" in every case.</summary>
    public string CSharp => IsList ? $"List<{ItemCSharp}>?" : IsMap ? $"Dictionary<string, {ItemCSharp}>?" : $"{ItemCSharp}?";

    /// <summary>The type that is left when lists and maps are opened.</summary>
    public string Leaf => Parse(Item) is { Container: not "" } inner ? inner.Leaf : Item;

    // The items of a map may be lists: map<list<string>>.
    private string ItemCSharp => Scalars.GetValueOrDefault(Item) ?? (Parse(Item) is { Container: not "" } inner ? inner.CSharp.TrimEnd('?') : Item);

    public static MemberType Parse(string text)
        => text.EndsWith('>') && text.IndexOf('<', StringComparison.Ordinal) is > 0 and var open
            ? new MemberType(text[..open], text[(open + 1)..^1])
            : new MemberType("", text);
}
