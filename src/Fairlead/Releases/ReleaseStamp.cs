using System.Text;
using System.Text.RegularExpressions;

namespace Fairlead.Releases;

/// <summary>
/// Writes the release into an HTML page as <c>&lt;meta name="release" content="…"&gt;</c>: in place of
/// the one that is there, else in front of <c>&lt;/head&gt;</c>.
/// Every other byte stays as it is.
/// </summary>
public static partial class ReleaseStamp
{
    /// <exception cref="FairleadException">The page has neither such an element nor a head, or is not UTF-8.</exception>
    /// <exception cref="ArgumentException">The release id has characters other than letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</exception>
    public static byte[] Apply(string path, ReadOnlySpan<byte> html, string releaseId)
    {
        if (!ReleaseId().IsMatch(releaseId))
        {
            throw new ArgumentException($"'{releaseId}' is not a release id: letters, digits, '.', '_' and '-' only.", nameof(releaseId));
        }

        var text = Decode(path, html);
        var places = Places(path, text);
        var stamp = $"<meta name=\"release\" content=\"{releaseId}\">";
        var result = new StringBuilder(text.Length + stamp.Length);
        var position = 0;
        foreach (var place in places)
        {
            result.Append(text, position, place.Index - position).Append(stamp);

            // An existing element is replaced; the end of the head stays behind the new one.
            position = place.Groups["tag"].Success ? place.Index + place.Length : place.Index;
        }

        return Encoding.Latin1.GetBytes(result.Append(text, position, text.Length - position).ToString());
    }

    /// <summary>The release that a page names, null when it names none.</summary>
    public static string? Read(string html)
        => LandmarksOf(html).FirstOrDefault(IsStamp) is { } stamp ? AttributeOf(stamp, "content") : null;

    internal static void Check(string path, ReadOnlySpan<byte> html) => Places(path, Decode(path, html));

    private static Match[] Places(string path, string text)
    {
        var landmarks = LandmarksOf(text);
        Match[] stamps = [.. landmarks.Where(IsStamp)];
        if (stamps.Length > 0)
        {
            return stamps;
        }

        return landmarks.FirstOrDefault(x => x.Groups["head"].Success) is { } head
            ? [head]
            : throw new FairleadException(
                $"{path} cannot be stamped with the release.",
                landmarks.Any(x => x.Groups["tag"].Value.Contains("</head", StringComparison.OrdinalIgnoreCase))
                    ? "An element in its head has no end, so that the browser takes </head> for a part of it."
                    : "It has no </head>, and no <meta name=\"release\"> either.",
                "Give the page a head that is closed, and build the site again.");
    }

    /// <summary>Those that matter here: a page has thousands of others, of which nothing is kept.</summary>
    private static List<Match> LandmarksOf(string text)
    {
        var all = new List<Match>();
        foreach (var mark in Landmarks().EnumerateMatches(text))
        {
            var element = text.AsSpan(mark.Index, mark.Length);
            if (element.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) || element.Contains("</head", StringComparison.OrdinalIgnoreCase))
            {
                all.Add(Landmarks().Match(text, mark.Index));
            }
        }

        return all;
    }

    private static bool IsStamp(Match landmark)
        => landmark.Groups["meta"].Success && !landmark.Groups["open"].Success && AttributeOf(landmark, "name") == "release";

    /// <summary>The first of that name is the one that counts.</summary>
    private static string? AttributeOf(Match element, string name)
    {
        var attributes = element.Groups["attributes"].Value;
        foreach (var mark in Attribute().EnumerateMatches(attributes))
        {
            var attribute = attributes.AsSpan(mark.Index, mark.Length);
            if (attribute.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (attribute.Length == name.Length || attribute[name.Length] == '=' || char.IsWhiteSpace(attribute[name.Length])))
            {
                return Attribute().Match(attributes, mark.Index).Groups["value"].Value;
            }
        }

        return null;
    }

    /// <summary>One character per byte, so that nothing changes on the way back: what is looked for is ASCII,
    /// and in UTF-8 no other character contains an ASCII byte.</summary>
    private static string Decode(string path, ReadOnlySpan<byte> html)
    {
        if (html is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !System.Text.Unicode.Utf8.IsValid(html))
        {
            throw new FairleadException($"{path} cannot be stamped with the release.", "It is not UTF-8.", "Save the page as UTF-8, and build the site again.");
        }

        return Encoding.Latin1.GetString(html);
    }

    /// <summary>
    /// What a browser sees (https://html.spec.whatwg.org/multipage/parsing.html): comments, elements that hold text alone, start tags with their attributes,
    /// and the end of the head. Each without an end lasts to the end of the page, so that a page is looked through once, whatever is in it.
    /// </summary>
    [GeneratedRegex(
        """
        (?:<!--.*?(?:-->|\z)|<(?<text>script|style|title|textarea)(?=[\s/>]).*?(?:</\k<text>(?=[\s/>])|\z))
        |(?<tag><(?:(?<meta>meta)(?=[\s/>])|[a-z])(?<attributes>(?>[^>=]+|=\s*(?:"[^"]*(?:"|\z)|'[^']*(?:'|\z))?)*)(?:>|(?<open>\z)))
        |(?<head></head(?=[\s/>]))
        """,
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Landmarks();

    [GeneratedRegex("""[^\s"'<>/=]+(?:\s*=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s>]*)))?""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^[A-Za-z0-9._\-]+$")]
    private static partial Regex ReleaseId();
}
