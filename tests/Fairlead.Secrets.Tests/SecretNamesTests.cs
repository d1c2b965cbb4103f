namespace Fairlead.Secrets.Tests;

public sealed class SecretNamesTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("db_password")]
    [InlineData("DB-PASSWORD")]
    [InlineData("masterUserPassword")]
    [InlineData("PGPASSWORD")]
    [InlineData("MYSQL_PWD")]
    [InlineData("password_1")]
    [InlineData("API_KEY")]
    [InlineData("apikey")]
    [InlineData("APIKey")]
    [InlineData("API_KEYS")]
    [InlineData("secretAccessKey")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("private_key_pem")]
    [InlineData("SECRET_KEY_BASE")]
    [InlineData("secret_string")]
    [InlineData("TOKEN_VALUE")]
    [InlineData("auth_token")]
    [InlineData("JWT_SECRETS")]
    [InlineData("spring.datasource.password")]
    [InlineData("PARAMS_PROD_KEY")]
    [InlineData("PARAMS_KEY")]
    [InlineData("ParamsStagingKey")]
    [InlineData("paramskey")]
    [InlineData("GITHUB_PAT")]
    [InlineData("github_pat")]
    [InlineData("CI_JOB_JWT_V2")]
    [InlineData("VAULT_SECRET_ID")]
    [InlineData("TF_TOKEN_app_terraform_io")]
    [InlineData("TF_VAR_db_password")]
    [InlineData("NPM_TOKEN")]
    [InlineData("npm_config__auth")]
    [InlineData("NuGetPackageSourceCredentials_my_feed")]
    public void A_name_says_that_its_value_is_a_secret(string name) => SecretNames.IsSecret(name).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("key")]
    [InlineData("keys")]
    [InlineData("key_name")]
    [InlineData("kms_key_id")]
    [InlineData("kms_key")]
    [InlineData("partition_key")]
    [InlineData("partitionKey")]
    [InlineData("hash_key")]
    [InlineData("bucket_key_enabled")]
    [InlineData("public_key")]
    [InlineData("secret_arn")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL")]
    [InlineData("password_length")]
    [InlineData("access_token_validity")]
    [InlineData("http_tokens")]
    [InlineData("TOKENIZERS_PARALLELISM")]
    [InlineData("token.actions.githubusercontent.com:sub")]
    [InlineData("password_encryption")]
    [InlineData("monkey")]
    [InlineData("MONKEY")]
    [InlineData("compass")]
    [InlineData("PWD")]
    [InlineData("OLDPWD")]
    [InlineData("INIT_CWD")]
    [InlineData("KEYBOARD")]
    [InlineData("KEYBOARD_LAYOUT")]
    [InlineData("GNOME_KEYRING_CONTROL")]
    [InlineData("HOTKEY")]
    [InlineData("LESSKEY")]
    [InlineData("AUTHOR")]
    [InlineData("GIT_AUTHOR_NAME")]
    [InlineData("GIT_ASKPASS")]
    [InlineData("SSH_ASKPASS")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("GIT_CONFIG_KEY_0")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT")]
    [InlineData("XDG_SESSION_ID")]
    [InlineData("DBUS_SESSION_BUS_ADDRESS")]
    [InlineData("JENKINS_SERVER_COOKIE")]
    [InlineData("MAX_TOKENS")]
    [InlineData("OPENAI_MAX_TOKENS")]
    [InlineData("GITHUB_TOKEN_PERMISSIONS")]
    [InlineData("PASSWORD_RESET_TIMEOUT")]
    [InlineData("ANSIBLE_HOST_KEY_CHECKING")]
    [InlineData("AWS_PROFILE")]
    [InlineData("TF_VAR_region")]
    [InlineData("NPM_CONFIG_ALWAYS_AUTH")]
    [InlineData("NPM_CONFIG_REGISTRY")]
    public void A_name_says_nothing_of_a_secret(string name) => SecretNames.IsSecret(name).ShouldBeFalse();

    [Fact]
    public void Of_the_environment_the_values_count_whose_names_say_so()
        => SecretNames.ValuesIn(new Dictionary<string, string>
        {
            ["GITHUB_TOKEN"] = "ghs_0123456789",
            ["NPM_TOKEN"] = "on",
            ["PATH"] = "/usr/local/bin:/usr/bin",
            ["PWD"] = "/home/user/shop",
            ["OLDPWD"] = "/home/user",
        }).ShouldBe(["ghs_0123456789"]);

    [Fact]
    public void A_path_of_what_is_there_is_no_secret()
    {
        var file = Path.GetTempFileName();
        try
        {
            SecretNames.ValuesIn(new Dictionary<string, string>
            {
                ["BUILD_SECRETS"] = Path.GetDirectoryName(file)!,
                ["DEPLOY_KEY"] = file,
                ["API_KEY"] = $"{file}-nowhere",
            }).ShouldBe([$"{file}-nowhere"]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
