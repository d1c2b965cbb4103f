using System.Buffers;

namespace Fairlead.Secrets;

/// <summary>Finds credentials that a URL carries, known or not: <c>https://user:password@host</c> and <c>?X-Amz-Signature=…</c>.</summary>
internal static class Credentials
{
    private const string SchemeEnd = "://";

    // What servers take of a line of HTTP. Without it each of many URLs that follow each other without a space would be searched to the end of them all.
    private const int LongestUserInfo = 8192;

    private const int LongestName = 128;

    // There a user's name by itself is no credential; over HTTP it is how a token is given.
    private static readonly string[] NameSchemes = ["http", "https"];

    private static readonly SearchValues<char> AuthorityEnd = SearchValues.Create("/?#\\\"<>` \t\r\n");
    private static readonly SearchValues<char> UrlEnd = SearchValues.Create("\"<>` \t\r\n");
    private static readonly SearchValues<char> ValueEnd = SearchValues.Create("&#;\"'<>`,()[]{}|\\ \t\r\n");
    private static readonly SearchValues<char> NameCharacters
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly SearchValues<char> Hints = SearchValues.Create("@?&#%\\");

    /// <summary>Whether a text is worth a closer look.</summary>
    public static bool MayBeIn(string text) => text.AsSpan().IndexOfAny(Hints) >= 0;

    public static void Find(TextView view, MaskedSpans spans)
    {
        FindUserInfos(view, spans);
        FindQueryValues(view, spans);
    }

    /// <summary>Where a URL begins to be unknown that the end of the text has cut off: its authority may yet turn out to be a password.</summary>
    public static int OpenStart(ReadOnlySpan<char> text)
    {
        var scheme = text.LastIndexOf(SchemeEnd);
        if (scheme >= 0 && text[(scheme + SchemeEnd.Length)..].IndexOfAny(AuthorityEnd) < 0)
        {
            return scheme + SchemeEnd.Length;
        }

        var start = 0;
        for (var at = 0; NextQueryValue(text, at) is { Start: > 0 } value; at = value.End)
        {
            start = value.Start;
        }

        return start > 0 && text[start..].IndexOfAny(ValueEnd) < 0 ? start : text.Length;
    }

    // RFC 3986, section 3.2: the user info ends at the last @ of the authority.
    private static void FindUserInfos(TextView view, MaskedSpans spans)
    {
        var text = view.Text;
        for (var start = 0; text[start..].IndexOf(SchemeEnd) is >= 0 and var scheme;)
        {
            var before = text[..(start + scheme)];
            start = before.Length + SchemeEnd.Length;
            var rest = text[start..];
            if (UserInfoEnd(rest[..Math.Min(rest.Length, LongestUserInfo)]) is > 0 and var length && (rest[..length].Contains(':') || IsNameScheme(before)))
            {
                spans.Add(view.Source(start), view.Source(start + length));
            }
        }
    }

    // A password with a slash in it should be escaped, and is not always. What follows a colon and is no port is one.
    private static int UserInfoEnd(ReadOnlySpan<char> rest)
    {
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

    private static void FindQueryValues(TextView view, MaskedSpans spans)
    {
        for (var at = 0; NextQueryValue(view.Text, at) is { Start: > 0 } value; at = value.End)
        {
            spans.Add(view.Source(value.Start), view.Source(value.End));
        }
    }

    // The name first: most values are none, and a value may hold as many equals signs as it likes.
    private static (int Start, int End) NextQueryValue(ReadOnlySpan<char> text, int from)
    {
        for (var start = from; text[start..].IndexOf('=') is >= 0 and var equals;)
        {
            var name = text[..(start + equals)];
            start = name.Length + 1;
            var begin = name.LastIndexOfAnyExcept(NameCharacters) + 1;
            if (begin > 0 && begin < name.Length && name.Length - begin <= LongestName && name[begin - 1] is '?' or '&' or '#'
                && End(text[start..], ValueEnd) is > 0 and var length && SecretNames.IsQueryCredential(name[begin..].ToString()))
            {
                return (start, start + length);
            }
        }

        return default;
    }

    private static int End(ReadOnlySpan<char> text, SearchValues<char> ends) => text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;
}
