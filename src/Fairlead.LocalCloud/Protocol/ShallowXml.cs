using System.Xml;
using System.Xml.Linq;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// Reads documents that nest no deeper than those of AWS. LINQ to XML looks at all ancestors of each element that it adds, so that 100,000 open tags, a
/// megabyte, take it a minute; and what walks such a tree by calling itself runs out of stack.
/// </summary>
internal static class ShallowXml
{
    /// <summary>Elements in elements. A distribution has nine, a replication rule of S3 eight.</summary>
    public const int MostDepth = 32;

    /// <exception cref="XmlException">It is no XML, or nests deeper.</exception>
    public static XElement Load(MemoryStream content, XmlReaderSettings settings)
    {
        var start = content.Position;
        using (var reader = XmlReader.Create(content, settings))
        {
            while (reader.Read())
            {
                if (reader.Depth > MostDepth)
                {
                    throw new XmlException($"It nests deeper than {MostDepth} elements.");
                }
            }
        }

        content.Position = start;
        using var again = XmlReader.Create(content, settings);
        return XElement.Load(again);
    }
}
