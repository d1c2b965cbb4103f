using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>
/// The form of a request that is signed, whatever the way on which it came.
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request
/// </summary>
internal static class CanonicalRequest
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string Hexadecimal = "0123456789ABCDEF";

    /// <param name="method">GET, PUT …</param>
    /// <param name="path">As <see cref="Path"/> gives it.</param>
    /// <param name="query">As <see cref="Query"/> gives it.</param>
    /// <param name="headers">Those that are signed, by lower-case name and in the order in which the request names them.</param>
    /// <param name="payload">The digest of the body in lower-case hexadecimal, or the word that stands for it.</param>
    public static string Of(string method, string path, string query, IReadOnlyList<(string Name, string Value)> headers, string payload)
    {
        var text = new StringBuilder().Append(method).Append('\n').Append(path).Append('\n').Append(query).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(Trimmed(value)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', headers.Select(x => x.Name)).Append('\n').Append(payload).ToString();
    }

    /// <summary>What is signed in the end.</summary>
    public static string StringToSign(string time, CredentialScope scope, string canonicalRequest)
        => $"{Algorithm}\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";

    /// <summary>The signature of a text, in lower-case hexadecimal.</summary>
    public static string Signature(byte[] signingKey, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// The forms of a path that are signed. S3 encodes it once and leaves it as it is; the others take <c>.</c>, <c>..</c> and <c>//</c> out and encode what is
    /// encoded once more. Clients do not agree about which characters they encode on the way, so what was sent counts as well as its regular form.
    /// </summary>
    public static IEnumerable<string> Paths(string rawPath, bool isS3)
        => isS3
            ? new[] { rawPath, Normalised(rawPath, keeps: "/") }.Distinct()
            : new[] { WithoutDots(rawPath), Normalised(WithoutDots(rawPath), keeps: "/") }.SelectMany(x => new[] { Encoded(x), x }).Distinct();

    /// <summary>Parameters encoded alike and sorted by name, then by value; one without a value has an empty one.</summary>
    /// <param name="rawQuery">What stands behind the question mark.</param>
    /// <param name="leftOut">The parameter that holds the signature.</param>
    public static string Query(string rawQuery, string? leftOut = null)
        => string.Join('&', rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x.Split('=', 2))
            .Select(x => (Name: Parameter(x[0]), Value: x.Length > 1 ? Parameter(x[1]) : ""))
            .Where(x => x.Name != leftOut)
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .ThenBy(x => x.Value, StringComparer.Ordinal)
            .Select(x => $"{x.Name}={x.Value}"));

    /// <summary>A plus is a space in a query, for S3 too.</summary>
    private static string Parameter(string text) => Normalised(text.Replace("+", "%20", StringComparison.Ordinal), keeps: "");

    /// <summary>Unreserved characters (RFC 3986, section 2.3) as they are and all others in upper-case percent encoding, however they came.</summary>
    private static string Normalised(string text, string keeps)
    {
        var result = new StringBuilder(text.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                Append(result, Convert.ToByte(text.Substring(i + 1, 2), 16), keeps: "");
                i += 3;
                continue;
            }

            _ = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            {
                Append(result, value, keeps);
            }

            i += length;
        }

        return result.ToString();
    }

    private static void Append(StringBuilder text, byte value, string keeps)
    {
        var character = (char)value;
        if (char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~' || keeps.Contains(character, StringComparison.Ordinal))
        {
            text.Append(character);
        }
        else
        {
            text.Append('%').Append(Hexadecimal[value >> 4]).Append(Hexadecimal[value & 15]);
        }
    }

    /// <summary>What is encoded already, encoded once more.</summary>
    private static string Encoded(string path) => Normalised(path.Replace("%", "%25", StringComparison.Ordinal), keeps: "/");

    private static string WithoutDots(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "." or ".."))
            {
                parts.Add(part);
            }
        }

        return "/" + string.Join('/', parts) + (parts.Count > 0 && path.EndsWith('/') ? "/" : "");
    }

    private static string Trimmed(string value)
    {
        var text = value.Trim(' ', '\t');
        while (text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Replace("  ", " ", StringComparison.Ordinal);
        }

        return text;
    }
}
