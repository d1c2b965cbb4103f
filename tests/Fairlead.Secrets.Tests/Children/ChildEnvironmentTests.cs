using Fairlead.Secrets.Children;

namespace Fairlead.Secrets.Tests.Children;

public sealed class ChildEnvironmentTests
{
    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("AWS_SESSION_TOKEN")]
    [InlineData("AWS_PROFILE")]
    [InlineData("AWS_ROLE_ARN")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI")]
    [InlineData("aws_secret_access_key")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL")]
    [InlineData("ACTIONS_RUNTIME_TOKEN")]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("GH_TOKEN")]
    [InlineData("GITHUB_ENV")]
    [InlineData("GITHUB_PATH")]
    [InlineData("GITHUB_OUTPUT")]
    [InlineData("GITHUB_STATE")]
    [InlineData("CI_JOB_TOKEN")]
    [InlineData("CI_JOB_JWT_V2")]
    [InlineData("CI_REPOSITORY_URL")]
    [InlineData("CI_REGISTRY_PASSWORD")]
    [InlineData("SYSTEM_ACCESSTOKEN")]
    [InlineData("BITBUCKET_STEP_OIDC_TOKEN")]
    [InlineData("CIRCLE_OIDC_TOKEN_V2")]
    [InlineData("PARAMS_KEY")]
    [InlineData("PARAMS_STAGING_KEY")]
    [InlineData("params-staging-key")]
    [InlineData("ParamsKey")]
    [InlineData("NUKE_PARAMS_KEY")]
    [InlineData("TERRAFORM_PLAN_KEY")]
    [InlineData("TF_VAR_db_password")]
    [InlineData("TF_TOKEN_app_terraform_io")]
    [InlineData("ARM_CLIENT_SECRET")]
    [InlineData("AZURE_CLIENT_SECRET")]
    [InlineData("GOOGLE_APPLICATION_CREDENTIALS")]
    [InlineData("VAULT_TOKEN")]
    [InlineData("PULUMI_ACCESS_TOKEN")]
    public void A_build_tool_gets_no_credential(string name)
    {
        foreach (var tool in (string[])["npm", "pnpm", "yarn", "node", "npx", "dotnet", "docker", "git", "bash", "make", "python3"])
        {
            var child = ChildEnvironment.For(tool, [new(name, "x"), new("PATH", "/bin")], ChildSecrets.None);

            child.Variables.Keys.Except(["AWS_EC2_METADATA_DISABLED"]).ShouldBe(["PATH"], tool);
            child.Withheld.ShouldBe([name]);
        }
    }

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("AWS_DEFAULT_REGION")]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_S3")]
    [InlineData("AWS_EC2_METADATA_DISABLED")]
    [InlineData("AWS_CA_BUNDLE")]
    [InlineData("AWS_PAGER")]
    [InlineData("AWS_MAX_ATTEMPTS")]
    [InlineData("AWS_RETRY_MODE")]
    [InlineData("AWS_STS_REGIONAL_ENDPOINTS")]
    [InlineData("AWS_REQUEST_CHECKSUM_CALCULATION")]
    [InlineData("AWS_RESPONSE_CHECKSUM_VALIDATION")]
    [InlineData("CI")]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITHUB_SHA")]
    [InlineData("GITHUB_STEP_SUMMARY")]
    [InlineData("JENKINS_SERVER_COOKIE")]
    [InlineData("NODE_OPTIONS")]
    [InlineData("NODE_AUTH_TOKEN")]
    [InlineData("NUGET_PACKAGES")]
    [InlineData("DOCKER_HOST")]
    [InlineData("SSH_AUTH_SOCK")]
    [InlineData("HTTPS_PROXY")]
    [InlineData("AZURE_EXTENSION_DIR")]
    public void It_gets_everything_else(string name)
        => ChildEnvironment.For("npm", [new(name, "x")], ChildSecrets.None).Variables.ShouldBe([new(name, "x")]);

    [Theory]
    [InlineData("FEED_API_KEY")]
    [InlineData("FeedApiKey")]
    [InlineData("feedApiKey")]
    [InlineData("feed-api-key")]
    [InlineData("NUKE_FEED_API_KEY")]
    [InlineData("nuke_feedapikey")]
    public void The_variable_of_a_secret_parameter_is_withheld_however_it_is_spelt(string name)
        => ChildEnvironment.For("npm", [new(name, "1")], new ChildSecrets { Parameters = ["FeedApiKey"] }).Withheld.ShouldBe([name]);

    [Theory]
    [InlineData("hunter2", "hunter2", true)]
    [InlineData("hunter2", " hunter2\n", true)]
    [InlineData("correct-horse", "postgres://shop:correct-horse@db/shop", true)]
    [InlineData("hunter2", "the hunter2 of another", false)]
    [InlineData("on", "on", false)]
    [InlineData("false", "false", false)]
    [InlineData("postgres", "postgres://db/shop", false)]
    [InlineData("postgres", "postgres", true)]
    [InlineData("20261130", "build-20261130", false)]
    public void A_copy_of_a_secret_is_one_under_every_name(string secret, string value, bool isWithheld)
        => ChildEnvironment.For("npm", [new("COPY", value)], new ChildSecrets { Values = [secret] })
            .Withheld.ShouldBe(isWithheld ? ["COPY"] : []);

    [Fact]
    public void So_is_a_copy_of_a_credential_and_of_a_secret_parameter()
        => ChildEnvironment
            .For(
                "npm",
                [
                    new("GITHUB_TOKEN", "ghs_0123456789"), new("NODE_AUTH_TOKEN", "ghs_0123456789"), new("FEED_KEY", "feed-key-1"), new("OTHER", "feed-key-1"),
                    new("AWS_PROFILE", "default"), new("KEPT", "default"),
                ],
                new ChildSecrets { Parameters = ["FeedKey"] })
            .Variables.Keys.ShouldBe(["KEPT", "AWS_EC2_METADATA_DISABLED"]);

    [Fact]
    public void What_only_its_value_makes_a_secret_is_told_apart()
    {
        var child = ChildEnvironment.For("npm", [new("GITHUB_TOKEN", "ghs_0123456789"), new("COPY", "x ghs_0123456789")], ChildSecrets.None);

        child.Withheld.ShouldBe(["COPY", "GITHUB_TOKEN"]);
        child.Copies.ShouldBe(["COPY"]);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "true")]
    [InlineData("AWS_PROFILE", "true")]
    [InlineData("AWS_ROLE_ARN", "true")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "true")]
    [InlineData("GITHUB_TOKEN", "false")]
    public void A_tool_without_the_build_s_credentials_does_not_act_as_the_machine(string withheld, string isDisabled)
        => ChildEnvironment.For("npm", [new(withheld, "x"), new("AWS_EC2_METADATA_DISABLED", "false")], ChildSecrets.None)
            .Variables["AWS_EC2_METADATA_DISABLED"].ShouldBe(isDisabled);

    [Fact]
    public void A_tool_that_gets_them_is_left_alone()
        => ChildEnvironment.For("aws", [new("AWS_PROFILE", "x")], ChildSecrets.None).Variables.Keys.ShouldBe(["AWS_PROFILE"]);

    [Theory]
    [InlineData("http://localhost:4566", false)]
    [InlineData("https://user:password@proxy", true)]
    public void An_endpoint_is_a_credential_when_it_carries_one(string url, bool isWithheld)
        => ChildEnvironment.For("npm", [new("AWS_ENDPOINT_URL", url)], ChildSecrets.None).Withheld.ShouldBe(isWithheld ? ["AWS_ENDPOINT_URL"] : []);

    [Fact]
    public void What_programs_are_found_with_stays_whatever_is_secret()
        => ChildEnvironment.For("npm", [new("HOME", "/home/someone"), new("PATH", "/home/someone/bin")], new ChildSecrets { Values = ["/home/someone"] })
            .Withheld.ShouldBeEmpty();

    [Theory]
    [InlineData("aws", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("/usr/local/bin/aws", "AWS_SECRET_ACCESS_KEY")]
    [InlineData(@"C:\tools\AWS.EXE", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("terraform", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("terraform", "ARM_CLIENT_SECRET")]
    [InlineData("terraform", "TF_VAR_db_password")]
    [InlineData("tofu", "GOOGLE_CREDENTIALS")]
    [InlineData("cdk", "AWS_SESSION_TOKEN")]
    [InlineData("sam", "AWS_PROFILE")]
    [InlineData("kubectl", "AWS_PROFILE")]
    [InlineData("helm", "AWS_PROFILE")]
    [InlineData("az", "AZURE_CLIENT_SECRET")]
    [InlineData("gcloud", "GOOGLE_APPLICATION_CREDENTIALS")]
    [InlineData("gh", "GH_TOKEN")]
    [InlineData("glab", "GITLAB_TOKEN")]
    [InlineData("pulumi", "PULUMI_ACCESS_TOKEN")]
    [InlineData("vault", "VAULT_TOKEN")]
    public void A_tool_that_is_made_to_act_with_credentials_gets_those_of_its_kind(string tool, string name)
        => ChildEnvironment.For(tool, [new(name, "x")], ChildSecrets.None).Variables.Keys.ShouldBe([name]);

    [Theory]
    [InlineData("aws", "GITHUB_TOKEN")]
    [InlineData("aws", "ACTIONS_ID_TOKEN_REQUEST_TOKEN")]
    [InlineData("gh", "AWS_SECRET_ACCESS_KEY")]
    [InlineData("terraform", "PARAMS_KEY")]
    [InlineData("terraform", "TERRAFORM_PLAN_KEY")]
    [InlineData("az", "AWS_SECRET_ACCESS_KEY")]
    public void And_no_others(string tool, string name)
        => ChildEnvironment.For(tool, [new(name, "x")], ChildSecrets.None).Withheld.ShouldBe([name]);

    [Fact]
    public void What_the_build_names_for_a_tool_that_tool_gets_and_no_other()
    {
        var secrets = new ChildSecrets { Parameters = ["FeedKey"], Passed = [PassedVariable.Parse("npm=FEED_KEY"), PassedVariable.Parse("docker=AWS_*")] };
        KeyValuePair<string, string>[] environment = [new("AWS_PROFILE", "x"), new("FEED_KEY", "y")];

        ChildEnvironment.For("/opt/node/bin/npm", environment, secrets).Variables.Keys.ShouldBe(["FEED_KEY", "AWS_EC2_METADATA_DISABLED"]);
        ChildEnvironment.For("docker", environment, secrets).Variables.Keys.ShouldBe(["AWS_PROFILE"]);
        ChildEnvironment.For("node", environment, secrets).Variables.ShouldBe([new("AWS_EC2_METADATA_DISABLED", "true")]);
    }

    [Theory]
    [InlineData("npm")]
    [InlineData("npm=")]
    [InlineData("=X")]
    [InlineData("npm=X=Y")]
    public void What_names_no_tool_and_variable_is_refused(string text) => Should.Throw<FormatException>(() => PassedVariable.Parse(text));

    [Fact]
    public void A_helper_gets_what_programs_are_found_with_and_what_is_named()
        => ChildEnvironment
            .Bare([new("PATH", "/bin"), new("HOME", "/home/x"), new("GIT_DIR", ".git"), new("NODE_AUTH_TOKEN", "x"), new("CI", "true")], "GIT_*")
            .Keys.ShouldBe(["PATH", "HOME", "GIT_DIR"]);
}
