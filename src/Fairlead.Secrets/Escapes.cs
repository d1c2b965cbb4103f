using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace Fairlead.Secrets;

/// <summary>Reads one escape at the beginning of a text.</summary>
internal static class Escapes
{
    /// <summary>In characters: a character of two halves, or of four bytes. Of the names of characters in HTML some are longer; nobody escapes a secret with
    /// them.</summary>
    public const int Longest = 12;

    // HTML 4 has 252, and a text may be full of what looks like one.
    private const int MostNames = 1024;

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> LettersAndDigits
        = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    /// <param name="text">What may begin with an escape.</param>
    /// <param name="characters">Gets what it stands for: up to two.</param>
    /// <returns>How many characters the escape has, 0 where there is none, and how many it stands for.</returns>
    public delegate (int Length, int Count) Reader(ReadOnlySpan<char> text, Span<char> characters);

    /// <summary>RFC 3986, section 2.1: the bytes of UTF-8, in either case.</summary>
    public static (int Length, int Count) Percent(ReadOnlySpan<char> text, Span<char> characters)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && text.Length >= 3 * count + 3 && text[3 * count] == '%'
            && byte.TryParse(text.Slice(3 * count + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[count]))
        {
            count++;
        }

        return count > 0 && Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done
            ? (3 * used, rune.EncodeToUtf16(characters))
            : (0, 0);
    }

    /// <summary>As <see cref="Percent"/>, and a plus is a space (application/x-www-form-urlencoded, https://url.spec.whatwg.org/#urlencoded-parsing).</summary>
    public static (int Length, int Count) Form(ReadOnlySpan<char> text, Span<char> characters)
    {
        if (text[0] != '+')
        {
            return Percent(text, characters);
        }

        characters[0] = ' ';
        return (1, 1);
    }

    /// <summary>As in JSON, C, Java, Python, Go, JavaScript and in a shell: a letter that is none of theirs stands for itself.</summary>
    public static (int Length, int Count) Backslash(ReadOnlySpan<char> text, Span<char> characters)
    {
        if (text is not ['\\', var letter, ..])
        {
            return (0, 0);
        }

        switch (letter)
        {
            case 'u' when text is [_, _, '{', ..] && text[..Math.Min(text.Length, Longest)].IndexOf('}') is > 3 and var end:
                return Code(text[3..end], end + 1, characters);
            case 'u' when text.Length >= 6 && Hex(text.Slice(2, 4)) is { } unit:
                characters[0] = (char)unit;
                return (6, 1);
            case 'U' when text.Length >= 10:
                return Code(text.Slice(2, 8), 10, characters);
            case 'x' when text.Length >= 4 && Hex(text.Slice(2, 2)) is { } value:
                return Bytes(text, value, characters);
            default:
                characters[0] = letter switch
                {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'b' => '\b',
                    'f' => '\f',
                    _ => letter,
                };
                return (2, 1);
        }
    }

    /// <summary>As in HTML and XML: by name, decimal or hexadecimal.</summary>
    public static (int Length, int Count) CharacterReference(ReadOnlySpan<char> text, Span<char> characters)
    {
        if (text[0] != '&' || text[..Math.Min(text.Length, Longest)].IndexOf(';') is not (> 1 and var end))
        {
            return (0, 0);
        }

        switch (text[1..end])
        {
            case ['#', 'x' or 'X', .. { Length: > 0 } digits]:
                return Code(digits, end + 1, characters);
            case ['#', .. var digits]:
                return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
                    ? (end + 1, new Rune(code).EncodeToUtf16(characters))
                    : (0, 0);
            case var name when name.ContainsAnyExcept(LettersAndDigits):
                return (0, 0);
            case var name:
                var decoded = Named(name);
                decoded.CopyTo(characters);
                return decoded.Length == 0 ? (0, 0) : (end + 1, decoded.Length);
        }
    }

    /// <summary>Whether the end of the text may have cut off an escape, or one that belongs to it.</summary>
    public static bool IsOpen(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '%' => rest.IndexOfAnyExcept("%0123456789abcdefABCDEF") < 0,
        '\\' => rest.Length == 1 || (rest[1] is 'u' or 'U' or 'x' && rest[2..].IndexOfAnyExcept("{\\ux0123456789abcdefABCDEF") < 0),
        '&' => rest[1..].IndexOfAnyExcept("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") < 0,
        _ => false,
    };

    // Looked up without a text for each: a page has as many references as it has quotes.
    private static string Named(ReadOnlySpan<char> name)
    {
        var known = Names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(name, out var decoded))
        {
            return decoded;
        }

        var reference = $"&{name};";
        decoded = WebUtility.HtmlDecode(reference);
        decoded = decoded == reference || decoded.Length > 2 ? "" : decoded;
        if (Names.Count < MostNames)
        {
            known.TryAdd(name, decoded);
        }

        return decoded;
    }

    // In Python, C and a shell's $'…' it is a byte of UTF-8; in JavaScript a character.
    private static (int Length, int Count) Bytes(ReadOnlySpan<char> text, int first, Span<char> characters)
    {
        Span<byte> bytes = [(byte)first, 0, 0, 0];
        var count = 1;
        while (count < bytes.Length && text.Length >= 4 * count + 4 && text[4 * count] == '\\' && text[4 * count + 1] == 'x'
            && Hex(text.Slice(4 * count + 2, 2)) is { } value)
        {
            bytes[count++] = (byte)value;
        }

        if (Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == OperationStatus.Done)
        {
            return (4 * used, rune.EncodeToUtf16(characters));
        }

        characters[0] = (char)first;
        return (4, 1);
    }

    private static (int Length, int Count) Code(ReadOnlySpan<char> digits, int length, Span<char> characters)
        => Hex(digits) is { } code && Rune.IsValid(code) ? (length, new Rune(code).EncodeToUtf16(characters)) : (0, 0);

    private static int? Hex(ReadOnlySpan<char> digits)
        => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
