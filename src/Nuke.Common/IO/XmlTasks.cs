using System.Collections;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Nuke.Common.IO;

/// <summary>Reads and changes single values of XML documents. A prefix in an XPath is bound by a pair of prefix and namespace.</summary>
public static class XmlTasks
{
    /// <summary>The values of all elements or attributes that the XPath selects.</summary>
    public static IEnumerable<string> XmlPeek(string path, string xpath, params (string prefix, string uri)[] namespaces)
        => Values(ShallowXml.Load(path), xpath, namespaces);

    /// <inheritdoc cref="XmlPeek"/>
    public static IEnumerable<string> XmlPeekFromString(string content, string xpath, params (string prefix, string uri)[] namespaces)
        => Values(ShallowXml.Parse(content), xpath, namespaces);

    public static IEnumerable<XElement> XmlPeekElements(string path, string xpath, params (string prefix, string uri)[] namespaces)
        => Select(ShallowXml.Load(path), xpath, namespaces).OfType<XElement>();

    public static IEnumerable<XElement> XmlPeekElementsFromString(string content, string xpath, params (string prefix, string uri)[] namespaces)
        => Select(ShallowXml.Parse(content), xpath, namespaces).OfType<XElement>();

    /// <summary>The value that the XPath selects; null when there is none.</summary>
    /// <exception cref="ArgumentException">It selects more than one.</exception>
    public static string? XmlPeekSingle(string path, string xpath, params (string prefix, string uri)[] namespaces)
        => Single(XmlPeek(path, xpath, namespaces), xpath);

    /// <inheritdoc cref="XmlPeekSingle"/>
    public static string? XmlPeekSingleFromString(string content, string xpath, params (string prefix, string uri)[] namespaces)
        => Single(XmlPeekFromString(content, xpath, namespaces), xpath);

    /// <inheritdoc cref="XmlPoke(string, string, object, Encoding, ValueTuple{string, string}[])"/>
    public static void XmlPoke(string path, string xpath, object value, params (string prefix, string uri)[] namespaces)
        => XmlPoke(path, xpath, value, Encoding.UTF8, namespaces);

    /// <summary>Sets the one element or attribute that the XPath selects; everything else stays as it is, white space included.</summary>
    /// <exception cref="ArgumentException">The XPath does not select exactly one.</exception>
    public static void XmlPoke(string path, string xpath, object value, Encoding encoding, params (string prefix, string uri)[] namespaces)
    {
        var document = ShallowXml.Load(path, LoadOptions.PreserveWhitespace);
        var selected = Select(document, xpath, namespaces);
        Assert.HasSingleItem(selected, $"'{xpath}' selects {selected.Count} elements and attributes of '{path}'; it must select one.");
        if (selected[0] is XAttribute attribute)
        {
            attribute.SetValue(value);
        }
        else
        {
            ((XElement)selected[0]).SetValue(value);
        }

        using var writer = XmlWriter.Create(path, new XmlWriterSettings { OmitXmlDeclaration = document.Declaration is null, Encoding = encoding });
        document.Save(writer);
    }

    private static IEnumerable<string> Values(XDocument document, string xpath, (string Prefix, string Uri)[] namespaces)
    {
        var selected = Select(document, xpath, namespaces);
        Assert.True(
            selected.All(x => x is XElement) || selected.All(x => x is XAttribute),
                $"'{xpath}' selects both elements and attributes; it must select one kind.");
        return selected.Select(x => x is XAttribute attribute ? attribute.Value : ((XElement)x).Value);
    }

    private static string? Single(IEnumerable<string> values, string xpath)
    {
        string[] all = [.. values];
        Assert.True(all.Length <= 1, $"'{xpath}' selects {all.Length} values; at most one was expected.");
        return all.SingleOrDefault();
    }

    private static List<XObject> Select(XDocument document, string xpath, (string Prefix, string Uri)[] namespaces)
    {
        var manager = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in namespaces ?? [])
        {
            manager.AddNamespace(prefix, uri);
        }

        return [.. ((IEnumerable)document.XPathEvaluate(xpath, manager)).OfType<XObject>().Where(x => x is XElement or XAttribute)];
    }
}
