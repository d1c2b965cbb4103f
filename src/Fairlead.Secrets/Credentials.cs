using System.Buffers;

namespace Fairlead.Secrets;

/// <summary>Finds credentials that a URL carries, known or not: <c>https://user:password@host</c> and <c>?X-Amz-Signature=…</c>.</summary>
internal static class Credentials
{
    private const string SchemeEnd = "://";

    // There a user's name by itself is no credential; over HTTP it is how a token is given.
    private static readonly string[] NameSchemes = ["http", "https"];

    private static readonly SearchValues<char> AuthorityEnd = SearchValues.Create("/?#\\\"<>` \t\r\n");
    private static readonly SearchValues<char> UrlEnd = SearchValues.Create("\"<>` \t\r\n");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create("&#;\"'<>`,()[]{}|\\ \t\r\n");
    private static readonly SearchValues<char> Hints = SearchValues.Create("@?&#%\\");

    /// <summary>Whether a text is worth a closer look.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().IndexOfAny(Hints) >= 0;

    public static void Find(TextView view, MaskedSpans spans)
    {
        foreach (var (start, end) in UserInfos(view.Text).Concat(QueryValues(view.Text)))
        {
            spans.Add(view.Source(start), view.Source(end));
        }
    }

    /// <summary>Where a URL begins to be unknown that the end of the text has cut off: its authority may yet turn out to be a password.</summary>
    public static int OpenStart(string text)
    {
        var scheme = text.LastIndexOf(SchemeEnd, StringComparison.Ordinal);
        if (scheme >= 0 && text.AsSpan(scheme + SchemeEnd.Length).IndexOfAny(AuthorityEnd) < 0)
        {
            return scheme + SchemeEnd.Length;
        }

        var (_, start) = QueryValues(text).Select(x => (x.End, x.Start)).LastOrDefault();
        return start > 0 && text.AsSpan(start).IndexOfAny(ValueEnd) < 0 ? start : text.Length;
    }

    // RFC 3986, section 3.2: the user info ends at the last @ of the authority.
    private static IEnumerable<(int Start, int End)> UserInfos(string text)
    {
        for (var scheme = text.IndexOf(SchemeEnd, StringComparison.Ordinal); scheme >= 0;)
        {
            var start = scheme + SchemeEnd.Length;
            if (UserInfoEnd(text, start) is > 0 and var length && (text.AsSpan(start, length).Contains(':') || IsNameScheme(text.AsSpan(0, scheme))))
            {
                yield return (start, start + length);
            }

            scheme = text.IndexOf(SchemeEnd, start, StringComparison.Ordinal);
        }
    }

    // A password with a slash in it should be escaped, and is not always. What follows a colon and is no port is one.
    private static int UserInfoEnd(string text, int start)
    {
        var rest = text.AsSpan(start);
        var authority = rest[..End(rest, AuthorityEnd)];
        if (authority.LastIndexOf('@') is >= 0 and var at)
        {
            return at;
        }

        var port = authority[(authority.LastIndexOf(':') + 1)..];
        return authority.Contains(':') && !authority.StartsWith('[') && port.Length > 0 && port.ContainsAnyExceptInRange('0', '9')
            ? rest[..End(rest, UrlEnd)].LastIndexOf('@')
            : -1;
    }

    private static bool IsNameScheme(ReadOnlySpan<char> before)
    {
        foreach (var scheme in NameSchemes)
        {
            if (before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)
                && (before.Length == scheme.Length || !char.IsLetterOrDigit(before[before.Length - scheme.Length - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(int Start, int End)> QueryValues(string text)
    {
        for (var equals = text.IndexOf('='); equals >= 0; equals = text.IndexOf('=', equals + 1))
        {
            var name = equals;
            while (name > 0 && (char.IsAsciiLetterOrDigit(text[name - 1]) || text[name - 1] is '-' or '_' or '.'))
            {
                name--;
            }

            var value = End(text.AsSpan(equals + 1), ValueEnd);
            if (value > 0 && name > 0 && text[name - 1] is '?' or '&' or '#' && SecretNames.IsQueryCredential(text[name..equals]))
            {
                yield return (equals + 1, equals + 1 + value);
            }
        }
    }

    private static int End(ReadOnlySpan<char> text, SearchValues<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;
}
