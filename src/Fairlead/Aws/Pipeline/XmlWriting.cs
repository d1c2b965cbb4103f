using System.Xml.Linq;

namespace Fairlead.Aws.Pipeline;

/// <summary>Makes the elements of a document. What is null is left out.</summary>
internal static class XmlWriting
{
    public static XElement? Element(XName name, object? value) => WireText.Of(value) is { } text ? new XElement(name, text) : null;

    public static XElement? Structure<T>(XName name, T? value, Func<T, object?[]> write)
        where T : class => value is null ? null : new XElement(name, write(value));

    public static XElement? List(XName name, XName item, List<string>? values)
        => values is null ? null : new XElement(name, values.Select(value => new XElement(item, value)));

    public static XElement? List<T>(XName name, XName item, List<T>? values, Func<T, object?[]> write)
        => values is null ? null : new XElement(name, values.Select(value => new XElement(item, write(value))));
}
