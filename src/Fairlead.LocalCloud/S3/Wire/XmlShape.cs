using System.Xml.Linq;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>
/// The part of a schema that decides whether a document makes sense: which elements must be there, how often, and which words they take. Elements that it does
/// not name may be there as well.
/// </summary>
internal sealed record XmlShape
{
    private XmlShape(string name, int least, int most, string? words, XmlShape[] children)
        => (Name, Least, Most, Words, Children) = (name, least, most, words?.Split('|'), children);

    public string Name { get; }

    private int Least { get; }

    private int Most { get; }

    /// <summary>Null for any text.</summary>
    private string[]? Words { get; }

    private XmlShape[] Children { get; }

    public static XmlShape One(string name, params XmlShape[] children) => new(name, 1, 1, null, children);

    /// <param name="name">Of the element.</param>
    /// <param name="words">What it may say, with <c>|</c> between.</param>
    public static XmlShape One(string name, string words) => new(name, 1, 1, words, []);

    public static XmlShape Maybe(string name, params XmlShape[] children) => new(name, 0, 1, null, children);

    public static XmlShape Maybe(string name, string words) => new(name, 0, 1, words, []);

    /// <summary>At least one.</summary>
    public static XmlShape Many(string name, params XmlShape[] children) => new(name, 1, int.MaxValue, null, children);

    public static XmlShape Any(string name, params XmlShape[] children) => new(name, 0, int.MaxValue, null, children);

    public bool Fits(XElement element)
        => (Words is null || Words.Contains(element.Value.Trim(), StringComparer.Ordinal))
            && Children.All(child => element.All(child.Name).ToArray() is var found
                && found.Length >= child.Least
                && found.Length <= child.Most
                && found.All(child.Fits));
}
