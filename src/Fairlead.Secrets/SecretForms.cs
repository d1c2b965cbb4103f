using System.Text;

namespace Fairlead.Secrets;

/// <summary>
/// How a secret is written by those who pass it on. What is written with escapes (percent, backslash, character references) is not here: there a text is read,
/// see <see cref="TextView"/>, because every program escapes other characters.
/// </summary>
internal static class SecretForms
{
    private const int ShortestBase64Line = 16;

    // RFC 2045, section 6.8, and RFC 7468, section 2.
    private static readonly int[] Columns = [76, 64];

    // Quoting that doubles, or breaks off and begins again: what is quoted, as what.
    private static readonly (string Quoted, string As)[] Quotings =
    [
        // bash and POSIX shells, as people write it and as Python's shlex.quote does.
        ("'", "'\\''"),
        ("'", "'\"'\"'"),
        // The first one where it was quoted once more, as a logger does: escapes are read, and its backslash is one.
        ("'", "'''"),
        // PowerShell, YAML, SQL.
        ("'", "''"),
        // PowerShell in double quotes, cmd, CSV, VB.
        ("\"", "\"\""),
        ("\"", "`\""),
        // cmd in a batch file; make and docker compose; HCL templates.
        ("%", "%%"),
        ("$", "$$"),
        ("${", "$${"),
        ("%{", "%%{"),
    ];

    /// <summary>The secret, each of its lines that is one by itself (<see cref="SecretLines"/>), and what others make of them. May hold some twice, and some that are too short to look for.</summary>
    public static IEnumerable<string> Of(string secret) => Units(secret).Distinct(StringComparer.Ordinal).SelectMany(Written);

    // What is shown comes in lines, and a carriage return ends one: each line is a secret by itself.
    private static IEnumerable<string> Units(string secret)
    {
        yield return secret;
        yield return secret.Trim();
        if (secret.IndexOfAny(['\r', '\n']) >= 0)
        {
            var lines = secret.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
            yield return string.Join('\n', lines);
            yield return string.Join("\r\n", lines);
            yield return string.Join(' ', lines);
        }

        foreach (var line in SecretLines.Of(secret))
        {
            yield return line;
        }

        // A terminal is not given control characters.
        if (secret.Any(x => char.IsControl(x) && x is not ('\n' or '\t')))
        {
            yield return string.Concat(secret.Where(x => !char.IsControl(x) || x is '\n' or '\t')).Trim();
        }
    }

    private static IEnumerable<string> Written(string unit)
    {
        yield return unit;
        // A part of a secret that is too short by itself must not be looked for in forms that are longer.
        if (unit.Length < SecretMask.Shortest)
        {
            yield break;
        }

        var bytes = Encoding.UTF8.GetBytes(unit);
        yield return Convert.ToHexStringLower(bytes);
        yield return Convert.ToHexString(bytes);
        foreach (var form in Base64(bytes).Concat(Base64Lines(bytes)).Concat(CommandLine(unit)))
        {
            yield return form;
        }
    }

    /// <summary>
    /// Base64 (RFC 4648, sections 4 and 5) of a text that the secret stands in, such as <c>user:secret</c>: three bytes are four characters, so that there are
    /// three alignments. Only the characters that depend on nothing but the secret.
    /// </summary>
    private static IEnumerable<string> Base64(byte[] secret)
    {
        foreach (var before in new[] { 0, 1, 2 })
        {
            var text = Convert.ToBase64String([.. new byte[before], .. secret]);
            var core = text[((before * 8 + 5) / 6)..((before + secret.Length) * 8 / 6)];
            yield return core;
            yield return core.Replace('+', '-').Replace('/', '_');
        }
    }

    // As base64, openssl and PEM wrap it; the end of the line may be written as an escape. What is left for the last line is a word when it is short.
    private static IEnumerable<string> Base64Lines(byte[] secret)
    {
        var text = Convert.ToBase64String(secret).TrimEnd('=');
        foreach (var columns in Columns.Where(x => x < text.Length))
        {
            foreach (var line in text.Chunk(columns).Where(x => x.Length >= ShortestBase64Line))
            {
                yield return new string(line);
                yield return new string(line).Replace('+', '-').Replace('/', '_');
            }
        }
    }

    private static IEnumerable<string> CommandLine(string unit)
    {
        foreach (var (quoted, written) in Quotings.Where(x => unit.Contains(x.Quoted, StringComparison.Ordinal)))
        {
            yield return unit.Replace(quoted, written, StringComparison.Ordinal);
        }

        if (unit.Contains('"'))
        {
            yield return Arguments(unit);
        }

        if (unit.AsSpan().IndexOfAny("&|<>^()\"%!") >= 0)
        {
            yield return Before('^', "&|<>^()\"%!", unit);
        }

        if (unit.AsSpan().IndexOfAny("`$\"") >= 0)
        {
            yield return Before('`', "`$\"", unit);
        }
    }

    private static string Before(char escape, string special, string unit)
        => string.Concat(unit.Select(x => special.Contains(x) ? $"{escape}{x}" : x.ToString()));

    // https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments: a backslash counts only in front of a quote, where it is doubled. It is how
    // the engine writes an argument in double quotes, and how .NET reads one everywhere.
    private static string Arguments(string unit)
    {
        var escaped = new StringBuilder(unit.Length + 8);
        var backslashes = 0;
        foreach (var character in unit)
        {
            if (character == '"')
            {
                escaped.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
