using System.Xml;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>XML 1.0 has no way to write some characters (https://www.w3.org/TR/xml/#charsets), and a request can hold all of them.</summary>
internal static class XmlCharacters
{
    /// <summary>A text for people, such as an error that quotes the request: U+FFFD stands for each character that cannot be written.</summary>
    public static string Of(string text)
    {
        var at = 0;
        while (at < text.Length && Length(text, at) is > 0 and var length)
        {
            at += length;
        }

        return at == text.Length ? text : string.Create(text.Length, text, static (result, text) =>
        {
            for (var at = 0; at < text.Length;)
            {
                var length = Length(text, at);
                result[at] = length > 0 ? text[at] : '\uFFFD';
                if (length == 2)
                {
                    result[at + 1] = text[at + 1];
                }

                at += Math.Max(length, 1);
            }
        });
    }

    // Of a character, in UTF-16; zero of one that cannot be written.
    private static int Length(string text, int at) => XmlConvert.IsXmlChar(text[at]) ? 1
        : at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]) ? 2
        : 0;
}
