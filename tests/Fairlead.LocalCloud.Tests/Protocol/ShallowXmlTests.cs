using System.Text;
using System.Xml;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Protocol;

public sealed class ShallowXmlTests
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit };

    [Theory]
    [InlineData(ShallowXml.MostDepth)]
    [InlineData(1)]
    public void A_document_of_a_service_is_read(int depth) => Load(depth).Name.LocalName.ShouldBe("a");

    [Theory]
    [InlineData(ShallowXml.MostDepth + 1)]
    [InlineData(300_000)]
    public void One_that_nests_deeper_is_refused_before_a_tree_is_made_of_it(int depth)
        => Should.Throw<XmlException>(() => Load(depth)).Message.ShouldContain("deeper than 32");

    private static System.Xml.Linq.XElement Load(int depth) => ShallowXml.Load(
        new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", depth)) + "x" + string.Concat(Enumerable.Repeat("</a>", depth)))),
        Settings);
}
