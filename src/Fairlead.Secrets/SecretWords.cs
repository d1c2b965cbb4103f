namespace Fairlead.Secrets;

/// <summary>Which names say in their words that their value is a secret, whoever has chosen them.</summary>
internal static class SecretWords
{
    // Of the name of a host in a policy's condition, token.actions.githubusercontent.com:sub, only the end counts.
    private const int CountedWords = 3;

    // Whole words.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "password", "passwords", "passwd", "pwd", "passphrase", "secret", "secrets", "token", "tokens", "credential", "credentials",
    };

    // Where they end a name: DB_PASS, GITHUB_PAT. In the middle they are other words.
    private static readonly HashSet<string> LastWords = new(StringComparer.Ordinal) { "pass", "pword", "pat", "jwt" };

    // What no word tells.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "DOCKER_AUTH_CONFIG", "COMPOSER_AUTH", "NPM_CONFIG__AUTH", "YARN_NPM_AUTH_IDENT", "VSS_NUGET_EXTERNAL_FEED_ENDPOINTS",
    };

    // Names that are written as one word: PGPASSWORD, AUTHTOKEN, apikey.
    private static readonly string[] Endings = ["password", "passwd", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey"];

    // What is told about a secret is none: where it is, how long it is, when it ends.
    private static readonly HashSet<string> About = new(StringComparer.Ordinal)
    {
        "algorithm", "arn", "arns", "attribute", "audience", "backend", "before", "class", "count", "date", "days", "dir", "directory", "disabled", "enable",
        "enabled", "encryption", "endpoint", "expiration", "expires", "expiry", "file", "format", "from", "header", "hours", "id", "identifier", "ids",
        "issuer", "kind", "length", "lifetime", "limit", "manager", "method", "minutes", "mode", "name", "names", "path", "permissions", "policy", "prefix",
        "provider", "ref", "required", "rotation", "seconds", "source", "status", "suffix", "timeout", "ttl", "type", "units", "uri", "url", "usage",
        "validity", "version", "versions",
    };

    // Keys that open nothing: which row, which object, which half of a pair everybody may have.
    private static readonly HashSet<string> HarmlessKeys = new(StringComparer.Ordinal)
    {
        "bucket", "cache", "config", "dedup", "foreign", "group", "hash", "idempotency", "index", "integrity", "kms", "lookup", "master", "metric", "object",
        "parameter", "partition", "primary", "public", "range", "routing", "s3", "sort", "source", "state", "tag", "target", "unique",
    };

    // Tokens that are counted: those of a language model.
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "completion", "max", "min", "num", "output", "prompt", "total" };

    // The name says token or password, and what it has is none: a metadata service's setting, a shell's working directories.
    private static readonly HashSet<string> Exceptions = new(StringComparer.Ordinal) { "http_tokens", "PWD", "OLDPWD" };

    /// <summary>Whether the name says so: <c>db_password</c>, <c>API_KEY</c>, <c>secretAccessKey</c>, but not <c>key_name</c>, <c>kms_key_id</c>,
    /// <c>password_length</c>. A <c>key</c> by itself is a name as well.</summary>
    public static bool In(string name)
    {
        if (Exceptions.Contains(name))
        {
            return false;
        }

        if (Names.Contains(name))
        {
            return true;
        }

        var words = WordsOf(name);
        while (words.Count > 1 && (words[^1].All(char.IsAsciiDigit) || words[^1] is "value" or "string" or "text" or "plain" or "base64" or "b64" or "pem"))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 0 || About.Contains(words[^1]) || (words.Count > 1 && words[^1] == "tokens" && Numbers.Contains(words[^2])))
        {
            return false;
        }

        return words.TakeLast(CountedWords).Any(Words.Contains)
            || LastWords.Contains(words[^1])
            || Endings.Any(x => words[^1].EndsWith(x, StringComparison.Ordinal))
            || (words.Count > 1 && words[^1] is "key" or "keys" && !HarmlessKeys.Contains(words[^2]));
    }

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
