using System.Xml;
using System.Xml.Linq;

namespace Nuke.Common.IO;

/// <summary>
/// Loads documents that nest no deeper than people write them. LINQ to XML looks at all ancestors of each element that it adds, so 100,000 open tags, which are
/// some hundred kilobytes, take it minutes; and whoever walks such a tree runs out of stack.
/// </summary>
internal static class ShallowXml
{
    private const int Deepest = 256;

    /// <exception cref="XmlException">It is no XML, or nests deeper.</exception>
    public static XDocument Load(string path, LoadOptions options = LoadOptions.None)
    {
        using (var reader = XmlReader.Create(path, Settings()))
        {
            Check(reader);
        }

        return XDocument.Load(path, options);
    }

    /// <inheritdoc cref="Load"/>
    public static XDocument Parse(string content)
    {
        using (var reader = XmlReader.Create(new StringReader(content), Settings()))
        {
            Check(reader);
        }

        return XDocument.Parse(content);
    }

    // As XDocument's own reader: entities of the document's own are read, within bounds; nothing is fetched.
    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 10_000_000 };

    private static void Check(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                var place = (IXmlLineInfo)reader;
                throw new XmlException($"It nests deeper than {Deepest} elements.", null, place.LineNumber, place.LinePosition);
            }
        }
    }
}
