namespace Fairlead.Secrets.Children;

/// <summary>
/// What a child of the build sees of its environment: the one place that decides it, for every child. docs/security.md says it in words.
/// <list type="table">
/// <item><term>a tool (<see cref="For"/>)</term><description>the build's environment without credentials and secrets; a tool that is made to act with
/// credentials of some kind (aws, terraform, gh, …) gets those of its kind; what the build names for it, it gets</description></item>
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
    // A variable whose whole value is a secret is one, too. A shorter value would take "1" or "on" from everybody.
    private const int ShortestValue = 4;

    // A URL with a password in it is one, too; a shorter secret stands in unrelated text by chance.
    private const int ShortestPart = 8;

    private static readonly string[] Infrastructure = ["terraform", "tofu", "terragrunt", "pulumi", "packer", "helm", "helmfile", "kubectl", "kustomize", "k9s"];

    /// <summary>What programs and directories are found with. No value of a secret takes these away.</summary>
    private static readonly string[] Essential =
    [
        "PATH", "PATHEXT", "HOME", "USER", "LOGNAME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMROOT", "WINDIR",
        "COMSPEC", "SHELL", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "TZ", "DOTNET_ROOT",
    ];

    /// <summary>Which variables are credentials, and which programs are made to act with them.</summary>
    private static readonly Credentials[] Table =
    [
        // https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
        new("AWS", "AWS_*")
        {
            Harmless = ["AWS_REGION", "AWS_DEFAULT_REGION"],
            Programs =
            [
                .. Infrastructure, "aws", "aws2", "awslocal", "sam", "samlocal", "cdk", "cdklocal", "cdktf", "tflocal", "serverless", "sls", "eksctl", "ecs-cli",
                "copilot", "eb", "ecspresso", "rclone", "s5cmd", "s3cmd", "docker-credential-ecr-login",
            ],
        },

        // https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential, https://registry.terraform.io/providers/hashicorp/azurerm
        new("Azure", "AZURE_CLIENT_*", "AZURE_PASSWORD", "AZURE_USERNAME", "AZURE_FEDERATED_TOKEN*", "ARM_*")
        {
            Programs = [.. Infrastructure, "az", "azd", "azcopy", "func", "bicep"],
        },

        // https://cloud.google.com/docs/authentication/application-default-credentials
        new("Google Cloud", "GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN", "GOOGLE_GHA_CREDS_PATH", "CLOUDSDK_AUTH_*")
        {
            Programs = [.. Infrastructure, "gcloud", "gsutil", "bq", "firebase"],
        },

        // https://cli.github.com/manual/gh_help_environment
        new("GitHub", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_PAT") { Programs = ["gh", "hub"] },

        // https://docs.gitlab.com/ci/variables/predefined_variables; the URL of the repository carries the job's token.
        new("GitLab", "CI_JOB_TOKEN", "CI_JOB_JWT*", "CI_REGISTRY_PASSWORD", "CI_DEPLOY_PASSWORD", "CI_DEPENDENCY_PROXY_PASSWORD", "CI_REPOSITORY_URL", "GITLAB_TOKEN")
        {
            Programs = ["glab"],
        },

        new("Terraform", "TF_VAR_*", "TF_TOKEN_*") { Programs = ["terraform", "tofu", "terragrunt", "tflocal", "cdktf"] },
        new("Pulumi", "PULUMI_ACCESS_TOKEN", "PULUMI_CONFIG_PASSPHRASE*") { Programs = ["pulumi"] },
        new("Vault", "VAULT_TOKEN", "VAULT_SECRET_ID") { Programs = ["vault", "bao", "terraform", "tofu", "terragrunt"] },

        // https://docs.github.com/actions/reference/openid-connect-reference; the token of a job's caches and artifacts.
        new("a job of GitHub Actions", "ACTIONS_ID_TOKEN_*", "ACTIONS_RUNTIME_TOKEN"),

        // https://docs.github.com/actions/reference/workflow-commands-for-github-actions#environment-files: who writes to these decides what the next
        // steps of the job run, and with which variables. They are commands to the runner in a file.
        new("the runner of GitHub Actions", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE"),

        // https://learn.microsoft.com/azure/devops/pipelines/build/variables
        new("a job of Azure Pipelines", "SYSTEM_ACCESSTOKEN", "SYSTEM_OIDCREQUESTURI", "AZURE_DEVOPS_EXT_PAT", "VSS_NUGET_ACCESSTOKEN"),
        new("other build servers", "JENKINS_API_TOKEN", "JENKINS_SECRET", "JENKINS_AGENT_SECRET", "BITBUCKET_STEP_OIDC_TOKEN", "BUILDKITE_AGENT_ACCESS_TOKEN",
            "CIRCLE_TOKEN", "CIRCLE_OIDC_TOKEN*", "CODEBUILD_AUTH_TOKEN"),

        // PARAMS_KEY and PARAMS_STAGING_KEY are the passwords of the parameters files' secrets.
        new("the build", "PARAMS_*", "NUKE_PARAMS_*", "TERRAFORM_PLAN_KEY", "NUKE_TERRAFORM_PLAN_KEY"),
    ];

    /// <summary>Ends of names whose values are secret wherever else they stand; the others of a row (a profile's name, a role) are not.</summary>
    private static readonly string[] SecretEndings = ["TOKEN", "SECRET", "KEY", "PASSWORD", "PASSPHRASE", "PAT", "JWT", "JWT_V1", "JWT_V2"];

    /// <summary>What a tool of the build gets.</summary>
    /// <param name="program">Name or path of what is started.</param>
    /// <param name="environment">The build's own.</param>
    /// <param name="secrets">What the run knows of its secrets.</param>
    public static ChildEnvironment For(string program, IEnumerable<KeyValuePair<string, string>> environment, ChildSecrets secrets)
    {
        program = NameOf(program);
        var all = environment.ToList();
        var parameters = secrets.Parameters.SelectMany(VariableName.KeysOf).ToHashSet(StringComparer.Ordinal);
        var carriers = all.Where(x => IsParameter(x.Key) || (Array.Exists(Table, y => y.Has(x.Key)) && EndsAsSecret(x.Key)));
        var values = secrets.Values.Concat(carriers.Select(x => x.Value)).Where(x => x.Trim().Length >= ShortestValue).Distinct().ToList();
        var given = new Dictionary<string, string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var withheld = new List<string>();
        foreach (var (name, value) in all)
        {
            if (secrets.Passed.Any(x => x.Is(program, name)) || !IsWithheld(name, value))
            {
                given[name] = value;
            }
            else
            {
                withheld.Add(name);
            }
        }

        withheld.Sort(StringComparer.Ordinal);
        return new ChildEnvironment(given, withheld);

        bool IsWithheld(string name, string value)
            => Array.Find(Table, x => x.Has(name)) is { } credentials ? !credentials.AreFor(program)
                : IsParameter(name) || (!Essential.Contains(name, StringComparer.OrdinalIgnoreCase) && values.Exists(x => Holds(value, x)));

        bool IsParameter(string name) => parameters.Contains(VariableName.Key(name)) || IsPassword(name);
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
    public static IReadOnlyDictionary<string, string> OfThisProcess()
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
        return Path.GetExtension(name).ToUpperInvariant() is ".EXE" or ".CMD" or ".BAT" or ".PS1" or ".SH" or ".DLL" ? Path.GetFileNameWithoutExtension(name) : name;
    }

    // NUKE finds the password of a profile however its variable is spelt: https://nuke.build/docs/global-tool/secrets.
    private static bool IsPassword(string name)
    {
        var key = VariableName.Key(name);
        return (key.StartsWith("PARAMS", StringComparison.Ordinal) || key.StartsWith("NUKEPARAMS", StringComparison.Ordinal))
            && key.EndsWith("KEY", StringComparison.Ordinal);
    }

    private static bool EndsAsSecret(string name) => Array.Exists(SecretEndings, x => name.EndsWith(x, StringComparison.OrdinalIgnoreCase));

    private static bool Holds(string value, string secret)
        => value == secret || value.Trim() == secret.Trim() || (secret.Length >= ShortestPart && value.Contains(secret, StringComparison.Ordinal));
}
