using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests;

/// <summary>One vocabulary for both: what is a secret by its name is withheld from tools and hidden where it is shown.</summary>
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
        { "NPM_TOKEN", "npm pnpm yarn", true },
        { "NODE_AUTH_TOKEN", "npm pnpm yarn", true },
        { "YARN_NPM_AUTH_IDENT", "npm pnpm yarn", true },
        { "npm_config_//registry.example.com/:_authToken", "npm pnpm yarn", true },
        { "NUGET_API_KEY", "dotnet nuget", true },
        { "NuGetPackageSourceCredentials_Shop", "dotnet nuget", true },
        { "TWINE_PASSWORD", "twine", true },
        { "DOCKER_AUTH_CONFIG", "docker", true },
        { "PGPASSWORD", "psql pg_dump", true },
        { "MYSQL_PWD", "mysql", true },
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

        // Names that somebody has chosen. What acts on any cloud takes the key of any.
        { "DB_PASSWORD", "terraform helm", true },
        { "databasePassword", "terraform", true },
        { "POSTGRES_PASSWORD", "terraform", true },
        { "SESSION_SECRET", "terraform", true },
        { "DATADOG_API_KEY", "terraform pulumi", true },
        { "SLACK_BOT_TOKEN", "terraform", true },
        { "BUILD_CREDENTIALS", "terraform", true },
    };

    /// <summary>What everybody gets and sees, although its name reminds of a secret's.</summary>
    public static TheoryData<string> Harmless { get; } =
    [
        "PWD", "OLDPWD", "INIT_CWD", "PATH", "KEYBOARD", "MONKEY", "AUTHOR", "SSH_AUTH_SOCK", "SSH_ASKPASS", "GIT_ASKPASS", "GIT_CONFIG_KEY_0",
        "TOKENIZERS_PARALLELISM", "MAX_TOKENS", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "XDG_SESSION_ID", "JENKINS_SERVER_COOKIE", "KMS_KEY_ID",
        "API_KEY_FILE", "SECRETS_PATH", "AWS_REGION", "AWS_EC2_METADATA_DISABLED", "NPM_CONFIG_REGISTRY", "GITHUB_SHA", "NODE_OPTIONS", "DOCKER_HOST",
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

        names.Count.ShouldBeGreaterThan(50);
        names.Where(x => !SecretNames.IsSecret(x)).ShouldBeEmpty();
        names.Where(x => Gets("make", x, "a value of some length")).ShouldBeEmpty();
    }

    [Fact]
    public void A_path_of_what_is_there_is_withheld_and_no_copy_is_looked_for_of_it()
    {
        var folder = Path.GetTempPath();

        var child = ChildEnvironment.For("make", [new("BUILD_SECRETS", folder), new("OUTPUT", Path.Combine(folder, "out"))], ChildSecrets.None);

        child.Withheld.ShouldBe(["BUILD_SECRETS"]);
    }

    [Fact]
    public void What_is_a_secret_by_its_words_alone_is_told_apart()
    {
        var child = ChildEnvironment.For(
            "dotnet",
            [new("DB_PASSWORD", "hunter2-hunter2"), new("DB_URL", "postgres://app:hunter2-hunter2@db/shop"), new("GITHUB_TOKEN", "ghs_0123456789")],
            ChildSecrets.None);

        child.Withheld.ShouldBe(["DB_PASSWORD", "DB_URL", "GITHUB_TOKEN"]);
        child.Sounding.ShouldBe(["DB_PASSWORD"]);
        child.Copies.ShouldBe(["DB_URL"]);
    }

    /// <summary>A team with a registry of its own: <c>//npm.example.com/:_authToken=${NPM_TOKEN}</c> in .npmrc, and npm alone needs it.</summary>
    [Fact]
    public void The_token_of_a_registry_is_for_what_installs_and_is_named_for_anything_else()
    {
        Gets("npm", "NPM_TOKEN", "npm_0123456789").ShouldBeTrue();
        Gets("docker", "NPM_TOKEN", "npm_0123456789").ShouldBeFalse();
        Gets("docker", "NPM_TOKEN", "npm_0123456789", "docker=NPM_TOKEN").ShouldBeTrue();
    }

    [Fact]
    public void Unless_it_is_a_secret_of_the_build_s_own()
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
