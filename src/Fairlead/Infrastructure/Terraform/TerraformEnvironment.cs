using System.Collections;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>What terraform sees of an environment: enough to find programs, credentials, mirrors and
/// proxies, and nothing that bends what a command does.</summary>
public static class TerraformEnvironment
{
    private static readonly string[] Names =
    [
        "PATH", "HOME", "USER", "LOGNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "COMSPEC", "PATHEXT",
        "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "TZ", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "SSH_AUTH_SOCK", "GIT_SSH_COMMAND",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ];

    private static readonly string[] Prefixes = ["AWS_", "TF_"];

    // TF_CLI_ARGS could switch the lock off or name other variables than those that were planned with; the others are set by the runner.
    private static readonly string[] Dropped = ["TF_CLI_ARGS", "TF_INPUT", "TF_IN_AUTOMATION", "TF_WORKSPACE"];

    /// <summary>What of this process's environment is handed on.</summary>
    /// <param name="more">Further names, such as the token of another provider.</param>
    public static IReadOnlyDictionary<string, string> OfThisProcess(params IEnumerable<string> more)
        => From(Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(x => KeyValuePair.Create((string)x.Key, (string?)x.Value ?? "")), more);

    /// <summary>
    /// What of an environment is handed on. <c>TF_WORKSPACE</c> and <c>TF_CLI_ARGS*</c> never are: they would change the state that is planned for, or how.
    /// <c>TF_LOG*</c> is only with <c>TF_LOG_PATH</c>: a log shows secrets, and belongs into a file.
    /// </summary>
    public static IReadOnlyDictionary<string, string> From(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> more)
    {
        var all = environment.ToList();
        var logs = all.Any(x => x is { Key: "TF_LOG_PATH", Value.Length: > 0 });
        var wanted = new HashSet<string>([.. Names, .. more], StringComparer.OrdinalIgnoreCase);
        return all
            .Where(x => logs || !x.Key.StartsWith("TF_LOG", StringComparison.Ordinal))
            .Where(x => wanted.Contains(x.Key)
                || (Prefixes.Any(y => x.Key.StartsWith(y, StringComparison.Ordinal)) && !Dropped.Any(y => x.Key.StartsWith(y, StringComparison.Ordinal))))
            .ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }
}
