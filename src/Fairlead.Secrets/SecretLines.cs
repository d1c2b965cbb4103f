using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fairlead.Secrets;

/// <summary>
/// Which lines of a secret of several lines are secrets by themselves. A certificate's key and a password of several lines are secret in each line; a
/// kubeconfig or the JSON key of a service account is a document, of which only some values are: hiding <c>kind: Config</c> would blank out every other one.
/// </summary>
internal static partial class SecretLines
{
    private const int Shortest = 8;

    // As it is written by people: what is escaped is read elsewhere.
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What of each line is a secret; of a text of one line, the text.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        var text = secret.Trim();
        return text.IndexOfAny(['\r', '\n']) < 0
            ? Members(text).Prepend(text)
            : text.Split('\r', '\n').Select(x => x.Trim()).SelectMany(OfLine);
    }

    // A document in one line: the JSON key of a service account, DOCKER_AUTH_CONFIG; the parts of a connection string, Username=u;Password=p.
    private static IEnumerable<string> Members(string text)
    {
        if (text is ['{', .., '}'])
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                return JsonSerializer.Serialize(json, Indented).Split('\n').Select(x => x.Trim()).SelectMany(OfLine).ToList();
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return [];
            }
        }

        return Assignments().IsMatch(text)
            ? text.Split(';').Select(x => x.Split('=', 2))
                .Where(x => x.Length == 2 && x[1].Trim().Length >= SecretMask.Shortest && SecretNames.IsSecret(x[0].Trim().Replace(' ', '_')))
                .Select(x => x[1].Trim())
            : [];
    }

    private static IEnumerable<string> OfLine(string line)
    {
        if (Boundary().IsMatch(line))
        {
            return [];
        }

        if (KeyAndValue().Match(line) is not { Success: true } match)
        {
            var item = Unquoted(line);
            return item.Length >= Shortest && item.Any(char.IsLetterOrDigit) ? [item] : [];
        }

        var value = Unquoted(match.Groups["value"].Value);
        if (value.Contains("\\n", StringComparison.Ordinal))
        {
            return value.Replace("\\r", "").Split("\\n").Select(x => x.Trim()).Where(x => x.Length >= Shortest && !Boundary().IsMatch(x)).Prepend(value);
        }

        var isNamed = SecretNames.IsSecret(match.Groups["key"].Value);
        return value.Length >= (isNamed ? SecretMask.Shortest : Shortest) && value.Any(char.IsLetterOrDigit) && (isNamed || !IsPlain(value)) ? [value] : [];
    }

    // service_account, minikube, https://accounts.google.com/o/oauth2/auth: everybody's words, which stand in unrelated text.
    private static bool IsPlain(string value)
        => value.All(x => char.IsAsciiLetterLower(x) || x is '_' or '-' or '.' or ' ')
            || (Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && url.Query.Length == 0);

    private static string Unquoted(string value)
    {
        var item = value.TrimEnd(',', ' ');
        return item is ['"', _, .., '"'] or ['\'', _, .., '\''] ? item[1..^1] : value;
    }

    // What stands around each key of everybody: RFC 7468, section 2.
    [GeneratedRegex("^-----(BEGIN|END) [^-]*-----$", RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"^[\w .-]{1,64}=[^;]*(;[\w .-]{1,64}=[^;]*)+;?$", RegexOptions.CultureInvariant)]
    private static partial Regex Assignments();

    // "type": "service_account",    - name: minikube    users:
    [GeneratedRegex("""^(?:- +)*(?:"(?<key>[^"\\]{1,128})" *: *|(?<key>[\w.-]{1,128}) *:(?: +|$))(?<value>.*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
