using System.Xml.Linq;

namespace Fairlead.Tests.Reporting;

/// <summary>Reads a page that is to stand alone.</summary>
internal static class Html
{
    /// <summary>The page as XML, which HTML is whose every element is closed. Fails for a page that could load or run something.</summary>
    public static XDocument Parse(string html)
    {
        html.ShouldStartWith("<!DOCTYPE html>\n");
        var document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..], LoadOptions.PreserveWhitespace);
        var policy = document.Descendants("meta").Single(x => (string?)x.Attribute("http-equiv") == "Content-Security-Policy");
        ((string?)policy.Attribute("content")).ShouldNotBeNull().ShouldStartWith("default-src 'none'; style-src 'unsafe-inline'");
        document.Descendants().Select(x => x.Name.LocalName).ShouldNotContain(x => x == "script" || x == "link" || x == "img" || x == "iframe");
        foreach (var attribute in document.Descendants().SelectMany(x => x.Attributes()))
        {
            attribute.Name.LocalName.ShouldNotStartWith("on", Case.Insensitive);
            attribute.Name.LocalName.ShouldNotBe("src");
            if (attribute.Name.LocalName == "href")
            {
                (attribute.Value[0] == '#' || Uri.TryCreate(attribute.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                    .ShouldBeTrue(attribute.Value);
            }
        }

        html.ShouldNotContain("@import");
        html.ShouldNotContain("url(");
        return document;
    }
}
