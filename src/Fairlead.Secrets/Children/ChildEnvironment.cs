namespace Fairlead.Secrets.Children;

/// <summary>
/// What a child of the build sees of its environment: the one place that decides it, for every child. docs/security.md says it in words.
/// <list type="table">
/// <item><term>a tool (<see cref="For"/>)</term><description>the build's environment without credentials that are known by
/// their names and without the build's own secrets; a tool that is made to act with credentials of some kind (aws, terraform, gh, …) gets those of its kind;
/// what the build names for it, it gets</description></item>
/// <item><term>a helper (<see cref="Bare"/>: the local cloud, git asked for the commit, node asked for its version, the keychain)</term><description>what
/// is needed to find programs and directories, and what is named</description></item>
/// <item><term>terraform run by the deploy library</term><description>the list of its TerraformEnvironment</description></item>
/// </list>
/// It keeps secrets from what looks at its own environment, as the install scripts of hostile packages do. It is no wall between processes of one user.
/// </summary>
/// <param name="Variables">What the child gets.</param>
/// <param name="Withheld">Names of what it does not get, in alphabetical order.</param>
public sealed record ChildEnvironment(IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Withheld)
{
    // A variable whose whole value is a secret is one, too. A shorter value would take "1", "none" or "false" from everybody.
    private const int ShortestValue = 6;

    // A URL with a password in it is one, too; a shorter secret stands in unrelated text by chance, and so does a word ("postgres") or a number.
    private const int ShortestPart = 8;

    /// <summary>Those of <see cref="Withheld"/> whose value alone made them so: nobody sees it by their names.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>What programs and directories are found with. No value of a secret takes these away.</summary>
    private static readonly string[] Essential =
    [
        "PATH", "PATHEXT", "HOME", "USER", "LOGNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMROOT", "WINDIR",
        "COMSPEC", "SHELL", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "TZ", "DOTNET_ROOT",
    ];

    /// <summary>What a tool of the build gets.</summary>
    /// <param name="program">Name or path of what is started.</param>
    /// <param name="environment">The build's own.</param>
    /// <param name="secrets">What the run knows of its secrets.</param>
    public static ChildEnvironment For(string program, IEnumerable<KeyValuePair<string, string>> environment, ChildSecrets secrets)
    {
        program = NameOf(program);
        var all = environment.ToList();
        var parameters = secrets.Parameters.SelectMany(VariableName.KeysOf).ToHashSet(StringComparer.Ordinal);
        var carriers = all.Where(x => IsParameter(x.Key) || (CredentialTable.Find(x.Key) is not null && SecretNames.IsSecret(x.Key)));
        var values = secrets.Values.Concat(carriers.Select(x => x.Value)).Where(x => x.Trim().Length >= ShortestValue).Distinct().ToList();
        var given = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var withheld = new List<string>();
        var copies = new List<string>();
        foreach (var (name, value) in all)
        {
            if (secrets.Passed.Any(x => x.Is(program, name)) || (!IsWithheld(name) && !IsCopy(name, value)))
            {
                given[name] = value;
                continue;
            }

            withheld.Add(name);
            if (!IsWithheld(name))
            {
                copies.Add(name);
            }
        }

        // The tools of AWS would ask the machine for its role instead, which may be allowed more than the build is.
        if (withheld.Exists(CredentialTable.IsAwsIdentity) && !given.Keys.Any(CredentialTable.IsAwsIdentity))
        {
            given[CredentialTable.MetadataDisabled] = "true";
        }

        withheld.Sort(StringComparer.Ordinal);
        copies.Sort(StringComparer.Ordinal);
        return new ChildEnvironment(given, withheld) { Copies = copies };

        bool IsWithheld(string name) => CredentialTable.Find(name) is { } kind ? !kind.AreFor(program) : IsParameter(name);

        // What a tool is given by its name it gets whatever the value is. The URL of an endpoint may carry a password of its own.
        bool IsCopy(string name, string value)
            => CredentialTable.Find(name) is null && !Essential.Contains(name, StringComparer.OrdinalIgnoreCase)
                && (values.Exists(x => Holds(value, x)) || (CredentialTable.IsEndpoint(name) && SecretMask.WithoutCredentials(value) != value));

        bool IsParameter(string name) => parameters.Contains(VariableName.Key(name));
    }

    /// <summary>What a helper gets, which has no use for what the build knows.</summary>
    /// <param name="environment">The build's own.</param>
    /// <param name="more">Further names; <c>*</c> at the end stands for anything.</param>
    public static IReadOnlyDictionary<string, string> Bare(IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> more)
    {
        List<string> patterns = [.. Essential, .. more];
        return environment.Where(x => patterns.Exists(y => NamePattern.Matches(y, x.Key))).ToDictionary(x => x.Key, x => x.Value, StringComparer.Ordinal);
    }

    /// <summary>The environment of this process.</summary>
    public static Dictionary<string, string> OfThisProcess()
    {
        var variables = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }

    /// <summary>A program's name as people say it: <c>npm</c> for <c>C:\node\npm.cmd</c>.</summary>
    public static string NameOf(string program)
    {
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..];
        return Path.GetExtension(name).ToUpperInvariant() is ".EXE" or ".CMD" or ".BAT" or ".PS1" or ".SH" or ".DLL"
            ? Path.GetFileNameWithoutExtension(name)
            : name;
    }

    private static bool Holds(string value, string secret)
        => value == secret || value.Trim() == secret.Trim() || (IsTelling(secret) && value.Contains(secret, StringComparison.Ordinal));

    private static bool IsTelling(string secret)
        => secret.Length >= ShortestPart && !secret.All(char.IsAsciiLetterLower) && !secret.All(char.IsAsciiDigit);
}
