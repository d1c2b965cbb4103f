using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fairlead.Json;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>Takes out of a text of a plan what is a secret by its name: a start script, the values of a Helm chart, a connection string.</summary>
internal static partial class SecretText
{
    // Shorter ones are words that happen to be base64.
    private const int ShortestBase64 = 16;

    /// <summary>The same text where there is nothing to hide.</summary>
    public static string Hide(string text)
    {
        if (Document(text) is { } document)
        {
            return NamedSecrets.Has(document) ? Of(document) : text;
        }

        if (Decoded(text) is { } decoded)
        {
            return ReferenceEquals(Hide(decoded), decoded) ? text : SecretMask.Mark;
        }

        var hidden = WithoutAssigned(text, Assignment());
        return hidden == text ? text : hidden;
    }

    /// <summary>What could not be searched in time may hold anything: it is not shown at all.</summary>
    internal static string WithoutAssigned(string text, Regex assignment)
    {
        try
        {
            return SecretMask.Hide(assignment.Replace(text, x => SecretNames.IsSecret(x.Groups["name"].Value) && !IsReference(x.Groups["value"].Value)
                ? text[x.Index..x.Groups["value"].Index] + SecretMask.Mark + text[(x.Groups["value"].Index + x.Groups["value"].Length)..(x.Index + x.Length)]
                : x.Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return SecretMask.Mark;
        }
    }

    /// <summary>A text that is JSON, such as a policy or the definition of containers; null for any other.</summary>
    public static JsonElement? Document(string text)
    {
        if (text.TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return WellFormedJson.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Of(JsonElement document) => AttributeDiff.Whole(new PlannedValue(document));

    private static bool IsReference(string value) => value.StartsWith('$') || value.StartsWith("{{", StringComparison.Ordinal);

    // user_data_base64, and the data of Kubernetes' secrets.
    private static string? Decoded(string text)
    {
        if (text.Length < ShortestBase64 || text.Length % 4 != 0)
        {
            return null;
        }

        var bytes = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // export DB_PASSWORD='x'    password: "x"    \"apiKey\": \"x\"    --token x
    // Linear in the text. It cannot be told never to go back (RegexOptions.NonBacktracking), because that knows no look behind; so a run of backslashes, where
    // it could, is taken whole or not at all. A quotation that its line does not end ends with it. The time limit is for what nobody has thought of.
    [GeneratedRegex(
        """
        (?<![\w.-])
        (?: (?<name>[A-Za-z_][\w.-]*) \\*["']? [\ \t]*[=:][\ \t]* | --?(?<name>[A-Za-z][\w-]*) [\ \t=]+ )
        (?: \\*"(?<value> (?> (?: [^"\\\r\n] | (?>\\+)(?!") )+ ) | \\ ) (?: \\*" | (?=[\r\n]|\z) )
          | \\*'(?<value> (?> (?: [^'\\\r\n] | (?>\\+)(?!') )+ ) | \\ ) (?: \\*' | (?=[\r\n]|\z) )
          | (?<value>[^\s"',;&|}\]]+) )
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
