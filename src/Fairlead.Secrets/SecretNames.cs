namespace Fairlead.Secrets;

/// <summary>
/// The one vocabulary of names that mean a secret: of attributes, environment variables and query parameters. It is the table of credentials that are known
/// by their names (<see cref="CredentialTable"/>), which are withheld from tools (<see cref="Children.ChildEnvironment"/>) and hidden, and the words that
/// anybody's names are made of (<see cref="SecretWords"/>), which are hidden: a tool that a team gives <c>DB_PASSWORD</c> may be there to use it.
/// </summary>
public static class SecretNames
{
    private const int ShortestValue = 8;

    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html, Azure's shared access signatures, CloudFront's signed URLs, OAuth.
    private static readonly HashSet<string> QueryCredentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-Amz-Signature", "X-Amz-Security-Token", "Signature", "X-Goog-Signature", "sig", "auth", "pass", "jwt", "assertion", "code_verifier",
    };

    /// <summary>Whether the name says so: <c>db_password</c>, <c>API_KEY</c>, <c>secretAccessKey</c>, <c>GITHUB_PAT</c>, but not <c>key_name</c>,
    /// <c>kms_key_id</c>, <c>password_length</c>. A <c>key</c> by itself is a name as well.</summary>
    public static bool IsSecret(string name) => CredentialTable.Find(name)?.IsSecret(name) ?? SecretWords.In(name);

    /// <summary>The values of environment variables whose names say that they are secrets: what the machine or the CI server gave the build, and no
    /// parameter of it is.</summary>
    /// <remarks>A short one is a switch more often than a secret, and hiding it would blank out unrelated text; so would the path of what is there: it says where
    /// a secret is.</remarks>
    public static IEnumerable<string> ValuesIn(IReadOnlyDictionary<string, string> variables)
        => variables.Where(x => x.Value.Length >= ShortestValue && IsSecret(x.Key) && !IsPath(x.Value)).Select(x => x.Value);

    /// <summary>Whether a parameter of a URL's query carries a credential.</summary>
    public static bool IsQueryCredential(string name) => QueryCredentials.Contains(name) || IsSecret(name);

    private static bool IsPath(string value) => Path.IsPathFullyQualified(value) && Path.Exists(value);
}
