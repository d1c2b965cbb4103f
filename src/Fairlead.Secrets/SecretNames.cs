namespace Fairlead.Secrets;

/// <summary>Which names say that their value is a secret: of attributes, environment variables and query parameters.</summary>
public static class SecretNames
{
    private const int ShortestValue = 8;

    // Of the name of a host in a policy's condition, token.actions.githubusercontent.com:sub, only the end counts.
    private const int CountedWords = 3;

    // Whole words.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwords", "passwd", "pwd", "passphrase", "secret", "secrets", "token", "tokens", "credential", "credentials",
    };

    // Names that are written as one word: PGPASSWORD, AUTHTOKEN, apikey.
    private static readonly string[] Endings = ["password", "passwd", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey"];

    // What is told about a secret is none: where it is, how long it is, when it ends.
    private static readonly HashSet<string> About = new(StringComparer.Ordinal)
    {
        "algorithm", "arn", "arns", "attribute", "before", "class", "count", "date", "days", "disabled", "enable", "enabled", "encryption", "endpoint",
        "expiration", "expires", "expiry", "file", "format", "from", "hours", "id", "identifier", "ids", "issuer", "kind", "length", "limit",
        "manager", "method", "minutes", "mode", "name", "names", "path", "policy", "prefix", "ref", "required", "rotation", "seconds", "source",
        "status", "suffix", "ttl", "type", "units", "uri", "url", "usage", "validity", "version", "versions",
    };

    // Keys that open nothing: which row, which object, which half of a pair everybody may have.
    private static readonly HashSet<string> HarmlessKeys = new(StringComparer.Ordinal)
    {
        "bucket", "cache", "dedup", "foreign", "group", "hash", "idempotency", "index", "kms", "lookup", "master", "metric", "object", "parameter", "partition",
        "primary", "public", "range", "routing", "s3", "sort", "source", "state", "tag", "target", "unique",
    };

    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html, Azure's shared access signatures, CloudFront's signed URLs, OAuth.
    private static readonly HashSet<string> QueryCredentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-Amz-Signature", "X-Amz-Security-Token", "Signature", "X-Goog-Signature", "sig", "auth", "pass", "jwt", "assertion", "code_verifier",
    };

    // The name says token or password, and what it has is none: a metadata service's setting, a shell's working directories.
    private static readonly HashSet<string> Exceptions = new(StringComparer.Ordinal) { "http_tokens", "PWD", "OLDPWD" };

    /// <summary>Whether the name says so: <c>db_password</c>, <c>API_KEY</c>, <c>secretAccessKey</c>, but not <c>key_name</c>, <c>kms_key_id</c>,
    /// <c>password_length</c>. A <c>key</c> by itself is a name as well.</summary>
    public static bool IsSecret(string name)
    {
        if (Exceptions.Contains(name))
        {
            return false;
        }

        var words = WordsOf(name);
        while (words.Count > 1 && (words[^1].All(char.IsAsciiDigit) || words[^1] is "value" or "string" or "text" or "plain" or "base64" or "b64" or "pem"))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 || About.Contains(words[^1]))
        {
            return false;
        }

        return words.TakeLast(CountedWords).Any(Words.Contains)
            || Endings.Any(x => words[^1].EndsWith(x, StringComparison.Ordinal))
            || (words.Count > 1 && words[^1] is "key" or "keys" && !HarmlessKeys.Contains(words[^2]));
    }

    /// <summary>The values of environment variables whose names say that they are secrets: what the machine or the CI server gave the build, and no
    /// parameter of it is.</summary>
    /// <remarks>A short one is a switch more often than a secret, and hiding it would blank out unrelated text; so would the path of what is there: it says where
    /// a secret is.</remarks>
    public static IEnumerable<string> ValuesIn(IReadOnlyDictionary<string, string> variables)
        => variables.Where(x => x.Value.Length >= ShortestValue && IsSecret(x.Key) && !IsPath(x.Value)).Select(x => x.Value);

    /// <summary>Whether a parameter of a URL's query carries a credential.</summary>
    public static bool IsQueryCredential(string name) => QueryCredentials.Contains(name) || IsSecret(name);

    private static bool IsPath(string value) => Path.IsPathFullyQualified(value) && Path.Exists(value);

    // db_password, DB-PASSWORD, dbPassword, DBPassword, spring.datasource.password
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            var begins = !ends && i > start && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (!ends && !begins)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(name[start..i].ToLowerInvariant());
            }

            start = ends ? i + 1 : i;
        }

        return words;
    }
}
