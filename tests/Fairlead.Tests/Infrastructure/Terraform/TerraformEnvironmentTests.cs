using Fairlead.Infrastructure.Terraform;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformEnvironmentTests
{
    [Fact]
    public void Credentials_mirrors_and_proxies_are_handed_on_and_nothing_else()
        => Names([
            "PATH",
            "HOME",
            "AWS_PROFILE",
            "AWS_ENDPOINT_URL",
            "TF_CLI_CONFIG_FILE",
            "TF_PLUGIN_CACHE_DIR",
            "TF_VAR_size",
            "https_proxy",
            "GITHUB_TOKEN",
            "NPM_TOKEN"
        ])
            .ShouldBe(
                ["PATH", "HOME", "AWS_PROFILE", "AWS_ENDPOINT_URL", "TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", "TF_VAR_size", "https_proxy"],
                ignoreOrder: true);

    [Fact]
    public void What_would_bend_a_command_is_not_handed_on()
        => Names(["TF_CLI_ARGS", "TF_CLI_ARGS_plan", "TF_WORKSPACE", "TF_INPUT"]).ShouldBeEmpty();

    [Fact]
    public void A_log_is_handed_on_only_with_the_file_that_it_goes_to()
    {
        Names(["TF_LOG", "TF_LOG_PROVIDER"]).ShouldBeEmpty();
        Names(["TF_LOG", "TF_LOG_PATH"]).ShouldBe(["TF_LOG", "TF_LOG_PATH"], ignoreOrder: true);
    }

    [Fact]
    public void Further_names_are_the_callers_to_say()
        => TerraformEnvironment.From([KeyValuePair.Create("CLOUDFLARE_API_TOKEN", "x")], "CLOUDFLARE_API_TOKEN").Keys.ShouldBe(["CLOUDFLARE_API_TOKEN"]);

    [Theory]
    [InlineData("TF_PLUGIN_CACHE_DIR")]
    [InlineData("TF_CLI_CONFIG_FILE")]
    public void A_cache_is_set_only_where_the_user_has_set_up_nothing(string name)
    {
        PluginCache.Default(new Dictionary<string, string> { [name] = "x" }, "temp").ShouldBeNull();
        PluginCache.Default(new Dictionary<string, string>(), "temp").ShouldBe(Path.Combine(Path.GetFullPath("temp"), "plugin-cache"));
    }

    private static IEnumerable<string> Names(string[] names) => TerraformEnvironment.From(names.Select(x => KeyValuePair.Create(x, "value"))).Keys;
}
