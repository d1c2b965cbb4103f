using System.Text;

namespace Fairlead.Testing.Fuzzing;

/// <summary>A way to make an input of another.</summary>
/// <param name="Weight">How often, compared with the others.</param>
/// <param name="Apply">Makes it; every choice is taken from what is given, so that the same choices make the same input.</param>
internal sealed record Mutation(int Weight, Func<byte[], MutationChoices, byte[]> Apply)
{
    private static readonly byte[][] Interesting =
    [
        [0], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xC0, 0x80], [0xF0, 0x9F, 0x98, 0x80], [0x80],
        .. Texts(
            "\n", "\r", "\r\n", "\t", " ", "\\", "\"", "'", "`", "%", "%00", "%ud800", "%ff", "/", "../", "//", ".", ":", ";", ",", "=", "#", "&",
            "?", "*", "**",
            "@", "$", "${", "%{", "~", "^", "|", "||", "!", "+", "-", "--", "<", ">", "{", "}", "[", "]", "(", ")", "{}", "[]", "null", "true",
            "\\ud800", "\\u0000",
            "\"\":", "<!--", "-->", "]]>", "<![CDATA[", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "<a>", "</a>", "<<EOT\n", "<<-EOT\n",
            "EOT", "/*",
            "*/", "//", "\u001b[31m", "\u2028", "\u202e", "\u0130", "e", "E", "x", "v", "sha256:", "::", "::add-mask::", "1.2.3", "a"),
    ];

    private static readonly byte[][] Numbers = Texts(
        "0", "-0", "00", "-1", "1", "255", "256", "32768", "65536", "99999", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296",
        "253402300800", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551616",
        "99999999999999999999999999999999999999999999", "0.1", "-0.1", "1e5", "1e308", "1e400", "-1e400", "1e-400", "NaN", "Infinity", "0x10",
        "1_000", "١");

    private static readonly byte[][] Values = Texts(
        "null", "true", "false", "0", "-1", "1.5", "1e400", "\"\"", "\" \"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[null]", "[[]]", "[1]",
        "[\"\"]", "{\"\":null}",
        "{\"a\":{\"a\":{}}}", "9223372036854775808", "\"a\"");

    private static readonly byte[][] Openings = Texts(
        "[", "{", "(", "<", "\"", "'", "{\"a\":", "[{\"a\":", "<a>", "<a b=\"\">", "<!--", "/*", "${", "\"${", "%{", "a{", "a {\n", "a=[", "<<E\n",
        "\\", "../", "a/", "**/",
        "*", "?", "-", "--", ">", "=", " ", "\n", "\t", "\r", ",", ";", ":", "#", "1.", ".", "%25", "&amp;", "\u001b[", "+", "^", "|", "||", "0",
        "a");

    private static readonly int[] Times = [10, 100, 100, 1000, 1000, 10_000, 100_000];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new(4, (x, c) => Replace(x, c.At(x), 1, [(byte)(c.What & 0xFF)])),
        new(2, (x, c) => Replace(x, c.At(x), 1, [(byte)(x[c.At(x)] ^ (1 << (c.What & 7)))])),
        new(8, (x, c) => Replace(x, c.At(x), 0, c.Of(Interesting))),
        new(4, (x, c) => Replace(x, c.At(x), c.Some(x, 8), c.Of(Interesting))),
        new(5, (x, c) => Replace(x, c.At(x), c.Some(x, 40), [])),
        new(4, (x, c) => Replace(x, c.At(x), 0, Range(x, c.Other(x.Length), c.Some(x, 80)))),
        new(3, (x, c) => [.. x.AsSpan(0, c.At(x)), .. c.Spliced.AsSpan(c.Other(c.Spliced.Length))]),
        new(3, (x, c) => Replace(x, c.At(x), c.Some(x, 60), Range(c.Spliced, c.Other(c.Spliced.Length), c.Some(c.Spliced, 60)))),
        new(2, (x, c) => x[..c.At(x)]),
        new(6, Number),
        new(10, Value),
        new(1, (x, c) => Replace(x, c.At(x), 0, Repeat(c.Of(Openings), c.Of(Times)))),
        new(1, (x, c) => Replace(x, c.At(x), 0, Repeat(Range(x, c.At(x), 1 + c.Amount % 12), c.Of(Times)))),
    ];

    /// <summary>Digits become a number at the edge of some type.</summary>
    private static byte[] Number(byte[] input, MutationChoices choices)
    {
        var start = choices.At(input);
        while (start < input.Length && !char.IsAsciiDigit((char)input[start]))
        {
            start++;
        }

        var end = start;
        while (end < input.Length && char.IsAsciiDigit((char)input[end]))
        {
            end++;
        }

        return Replace(input, start, end - start, choices.Of(Numbers));
    }

    /// <summary>What follows a colon, a comma, a bracket or an equals sign becomes a value of another kind; an object or a list goes as a whole.</summary>
    private static byte[] Value(byte[] input, MutationChoices choices)
    {
        var start = choices.At(input);
        while (start < input.Length && input[start] is not ((byte)':' or (byte)',' or (byte)'[' or (byte)'='))
        {
            start++;
        }

        start = Math.Min(start + 1, input.Length);
        var depth = 0;
        var isText = false;
        var end = start;
        for (; end < input.Length; end++)
        {
            var c = (char)input[end];
            isText ^= c == '"' && input[end - 1] != '\\';
            depth += isText ? 0 : c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && !isText && c is ',' or '\n'))
            {
                break;
            }
        }

        return Replace(input, start, end - start, choices.Of(Values));
    }

    private static byte[] Replace(byte[] input, int start, int length, ReadOnlySpan<byte> by)
        => [.. input.AsSpan(0, start), .. by, .. input.AsSpan(start + Math.Min(length, input.Length - start))];

    private static byte[] Range(byte[] input, int start, int length) => input[start..(start + Math.Min(length, input.Length - start))];

    private static byte[] Repeat(byte[] part, int times)
    {
        var result = new byte[Math.Min(part.Length * times, FuzzInputs.Longest)];
        for (var at = 0; at < result.Length && part.Length > 0; at += part.Length)
        {
            part.AsSpan(0, Math.Min(part.Length, result.Length - at)).CopyTo(result.AsSpan(at));
        }

        return result;
    }

    private static byte[][] Texts(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
