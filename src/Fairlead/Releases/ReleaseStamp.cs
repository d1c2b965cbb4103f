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
    /// <exception cref="FairleadException">The page has neither such an element nor a head, or is not UTF-8, or would not name the release.</exception>
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
            position = place.Groups["meta"].Success ? place.Index + place.Length : place.Index;
        }

        var stamped = result.Append(text, position, text.Length - position).ToString();
        return Read(stamped) == releaseId
            ? Encoding.Latin1.GetBytes(stamped)
            : throw new FairleadException(
                $"{path} cannot be stamped with the release.",
                "An element in its head has no end, so that the browser would take the stamp for a part of it.",
                "Close the element, and build the site again.");
    }

    /// <summary>The release that a page names, null when it names none.</summary>
    public static string? Read(string html)
    {
        var meta = Landmarks().Matches(html).FirstOrDefault(x => x.Groups["meta"].Success);
        return meta is null ? null : Content().Match(meta.Value) is { Success: true } content ? content.Groups[1].Value.Trim('"', '\'') : null;
    }

    internal static void Check(string path, ReadOnlySpan<byte> html) => Places(path, Decode(path, html));

    private static Match[] Places(string path, string text)
    {
        var landmarks = Landmarks().Matches(text);
        Match[] metas = [.. landmarks.Where(x => x.Groups["meta"].Success)];
        if (metas.Length > 0)
        {
            return metas;
        }

        return landmarks.FirstOrDefault(x => x.Groups["head"].Success) is { } head
            ? [head]
            : throw new FairleadException(
                $"{path} cannot be stamped with the release.",
                "It has no </head>, and no <meta name=\"release\"> either.",
                "Give the page a head, and build the site again.");
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
    /// Comments and scripts first: what they contain only looks like an element; without an end they last to the end of the page, as
    /// https://html.spec.whatwg.org/multipage/parsing.html has it. An element is not looked for beyond 2,000 characters: what is served may be anything, and each
    /// start of one that has no end would be followed through the whole page.
    /// </summary>
    [GeneratedRegex(
        """
        (?:<!--.*?(?:-->|\z)|<script\b.*?(?:</script\s{0,100}>|\z))
        |(?<meta><meta\s(?:[^<>]{0,2000}?\s)?name\s{0,100}=\s{0,100}(?:"release"|'release'|release(?=[\s/>]))[^<>]{0,2000}>)
        |(?<head></head\s{0,100}>)
        """,
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Landmarks();

    [GeneratedRegex("""\scontent\s{0,100}=\s{0,100}("[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Content();

    [GeneratedRegex(@"^[A-Za-z0-9._\-]+$")]
    private static partial Regex ReleaseId();
}
