using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests;

/// <summary>One vocabulary for both: what is withheld from tools by its name, and what is hidden where it is shown.</summary>
public sealed class VocabularyTests
{
    // None of them is made to act with anything but what it installs.
    private static readonly string[] BuildTools = ["npm", "pnpm", "yarn", "node", "dotnet", "docker", "git", "bash", "make", "python3"];

    /// <summary>A variable, who of the build tools and of those that are made for it gets it, and whether its value is hidden.</summary>
    public static TheoryData<string, string, bool> Variables => new()
    {
        // A name, a role or a file says as whom somebody acts. To hide "default" or a region would blank out unrelated text.
        { "AWS_SECRET_ACCESS_KEY", "aws terraform", true },
        { "AWS_SESSION_TOKEN", "aws terraform", true },
        { "AWS_CONTAINER_AUTHORIZATION_TOKEN", "aws", true },
        { "AWS_ACCESS_KEY_ID", "aws terraform", false },
        { "AWS_PROFILE", "aws terraform", false },
        { "AWS_ROLE_ARN", "aws", false },
        { "AWS_WEB_IDENTITY_TOKEN_FILE", "aws", false },
        { "AZURE_CLIENT_SECRET", "az terraform", true },
        { "AZURE_CLIENT_ID", "az", false },
        { "ARM_CLIENT_SECRET", "az terraform", true },
        { "ARM_ACCESS_KEY", "az terraform", true },
        { "ARM_SUBSCRIPTION_ID", "az terraform", false },
        { "GOOGLE_CREDENTIALS", "gcloud terraform", true },
        { "GOOGLE_APPLICATION_CREDENTIALS", "gcloud terraform", true },
        { "GOOGLE_GHA_CREDS_PATH", "gcloud", false },
        { "GITHUB_TOKEN", "gh", true },
        { "GITHUB_PAT", "gh", true },
        { "CI_JOB_TOKEN", "glab", true },
        { "CI_JOB_JWT_V2", "glab", true },
        { "CI_REPOSITORY_URL", "glab", false },
        { "TF_TOKEN_app_terraform_io", "terraform tofu", true },
        { "TF_VAR_db_password", "terraform", true },
        { "TF_VAR_region", "terraform", false },
        { "PULUMI_CONFIG_PASSPHRASE", "pulumi", true },
        { "PULUMI_CONFIG_PASSPHRASE_FILE", "pulumi", false },
        { "VAULT_SECRET_ID", "vault terraform", true },
        { "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "", true },
        { "ACTIONS_ID_TOKEN_REQUEST_URL", "", false },
        { "ACTIONS_RUNTIME_TOKEN", "", true },
        { "GITHUB_ENV", "", false },
        { "GITHUB_OUTPUT", "", false },
        { "SYSTEM_ACCESSTOKEN", "", true },
        { "SYSTEM_OIDCREQUESTURI", "", false },
        { "AZURE_DEVOPS_EXT_PAT", "", true },
        { "JENKINS_SECRET", "", true },
        { "CIRCLE_OIDC_TOKEN_V2", "", true },
        { "PARAMS_STAGING_KEY", "", true },
        { "paramsstagingkey", "", true },
        { "NUKE_PARAMS_KEY", "", true },
        { "PARAMS_STAGING_REGION", "", false },
        { "TERRAFORM_PLAN_KEY", "", true },
    };

    /// <summary>What everybody gets and nobody is shown: names that somebody has chosen, and those that package managers and clients are there to read.</summary>
    public static TheoryData<string> Hidden { get; } =
    [
        "DB_PASSWORD", "databasePassword", "POSTGRES_PASSWORD", "DB_PASS", "SMTP_PASS", "SDK_CONTAINER_REGISTRY_PWORD", "SESSION_SECRET", "DATADOG_API_KEY",
        "SLACK_BOT_TOKEN", "BUILD_CREDENTIALS", "FEED_PAT", "DEPLOY_JWT", "INPUT_TOKENS", "NPM_TOKEN", "NODE_AUTH_TOKEN", "YARN_NPM_AUTH_IDENT",
        "npm_config_//registry.example.com/:_authToken", "npm_config__auth", "NUGET_API_KEY", "NuGetPackageSourceCredentials_Shop", "TWINE_PASSWORD",
        "COMPOSER_AUTH", "DOCKER_AUTH_CONFIG", "PGPASSWORD", "MYSQL_PWD", "VITE_MAPS_API_KEY",
    ];

    /// <summary>What everybody gets and sees, although its name reminds of a secret's.</summary>
    public static TheoryData<string> Harmless { get; } =
    [
        "PWD", "OLDPWD", "INIT_CWD", "PATH", "KEYBOARD", "MONKEY", "AUTHOR", "SSH_AUTH_SOCK", "SSH_ASKPASS", "GIT_ASKPASS", "GIT_CONFIG_KEY_0",
        "TOKENIZERS_PARALLELISM", "MAX_TOKENS", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "XDG_SESSION_ID", "JENKINS_SERVER_COOKIE", "KMS_KEY_ID",
        "API_KEY_FILE", "SECRETS_PATH", "AWS_REGION", "AWS_EC2_METADATA_DISABLED", "NPM_CONFIG_REGISTRY", "GITHUB_SHA", "NODE_OPTIONS", "DOCKER_HOST",
        "COREPACK_INTEGRITY_KEYS", "DOTNET_USER_SECRETS_FALLBACK_DIR", "PASSWORD_STORE_DIR", "CREDENTIALS_DIRECTORY", "TOKEN_HEADER", "COMPASS", "PATTERN",
    ];

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_variable_goes_to_whom_it_is_for_and_is_hidden_from_everybody_if_it_is_a_secret(string name, string programs, bool isSecret)
    {
        const string Value = "a value of some length";
        var may = programs.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        BuildTools.Concat(may).Distinct().Where(x => Gets(x, name, Value)).ShouldBe(may, ignoreOrder: true);
        Gets("make", name, Value, $"make={name}").ShouldBeTrue("the build names it");

        SecretNames.IsSecret(name).ShouldBe(isSecret);
        new SecretMask(() => SecretNames.ValuesIn(new Dictionary<string, string> { [name] = Value })).Apply($"It is {Value}.")
            .ShouldBe(isSecret ? $"It is {SecretMask.Mark}." : $"It is {Value}.");
    }

    [Theory]
    [MemberData(nameof(Hidden))]
    public void A_secret_of_nobodys_that_is_known_goes_to_every_tool_and_is_hidden(string name)
    {
        const string Value = "a value of some length";

        BuildTools.ShouldAllBe(x => Gets(x, name, Value, null));
        new SecretMask(() => SecretNames.ValuesIn(new Dictionary<string, string> { [name] = Value })).Apply($"It is {Value}.")
            .ShouldBe($"It is {SecretMask.Mark}.");
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_only_sounds_like_a_secret_is_withheld_from_nobody_and_shown(string name)
    {
        BuildTools.ShouldAllBe(x => Gets(x, name, "a value of some length", null));
        SecretNames.IsSecret(name).ShouldBeFalse();
    }

    [Fact]
    public void Each_row_of_the_table_has_an_example()
        => CredentialTable.Rows.Where(x => !Variables.Any(y => ReferenceEquals(CredentialTable.Find((string)y[0]), x))).Select(x => x.Of).ShouldBeEmpty();

    /// <summary>What a row calls a secret is one to both, whatever its words say.</summary>
    [Fact]
    public void No_secret_of_the_table_is_only_withheld()
    {
        var names = CredentialTable.Rows.SelectMany(x => x.Secrets).Select(x => x.Replace("*", "X", StringComparison.Ordinal)).ToList();

        names.Count.ShouldBeGreaterThan(35);
        names.Where(x => !SecretNames.IsSecret(x)).ShouldBeEmpty();
        names.Where(x => Gets("make", x, "a value of some length")).ShouldBeEmpty();
    }

    /// <summary>A service container of a CI job: its password is also the name of its user.</summary>
    [Fact]
    public void No_copies_are_looked_for_of_a_secret_that_only_its_words_tell()
        => ChildEnvironment.For(
            "dotnet",
            [
                new("PGPASSWORD", "postgres"), new("PGUSER", "postgres"), new("POSTGRES_PASSWORD", "postgres"), new("PROXY_PASSWORD", "S3cret-xyz"),
                new("HTTPS_PROXY", "http://u:S3cret-xyz@proxy:3128"),
            ],
            ChildSecrets.None).Withheld.ShouldBeEmpty();

    [Fact]
    public void A_secret_of_the_build_s_own_is_withheld_whatever_it_is_called()
        => ChildEnvironment.For("npm", [new("NPM_TOKEN", "npm_0123456789")], new ChildSecrets { Parameters = ["NpmToken"] }).Withheld.ShouldBe(["NPM_TOKEN"]);

    [Theory]
    [InlineData("A*C", "abc", true)]
    [InlineData("A*C", "ac", true)]
    [InlineData("A*C", "abd", false)]
    [InlineData("ABA*ABA", "ABABA", false)]
    [InlineData("*C", "abc", true)]
    [InlineData("A*", "A", true)]
    [InlineData("A", "AB", false)]
    public void One_star_stands_for_anything(string pattern, string name, bool matches) => NamePattern.Matches(pattern, name).ShouldBe(matches);

    private static bool Gets(string program, string name, string value, string? passed = null)
        => ChildEnvironment.For(program, [new(name, value)], new ChildSecrets { Passed = passed is null ? [] : [PassedVariable.Parse(passed)] })
            .Variables.ContainsKey(name);
}
