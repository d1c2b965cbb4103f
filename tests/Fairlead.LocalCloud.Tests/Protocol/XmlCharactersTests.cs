using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Protocol;

public sealed class XmlCharactersTests
{
    [Theory]
    [InlineData("größe 😀\t\r\n", "größe 😀\t\r\n")]
    [InlineData("a\u0011b", "a\uFFFDb")]
    [InlineData("\uFFFE\u0000", "\uFFFD\uFFFD")]
    [InlineData("", "")]
    public void What_XML_cannot_write_is_shown_as_lost(string text, string expected)
    {
        XmlCharacters.Of(text).ShouldBe(expected);
        Should.NotThrow(() => new XElement("a", XmlCharacters.Of(text)).ToString());
    }

    // An argument of a test cannot hold them.
    [Fact]
    public void Half_a_character_is_lost()
        => XmlCharacters.Of("\ud800a😀\udc00").ShouldBe("\uFFFDa😀\uFFFD");
}
