using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Secrets;

namespace Fairlead.Tests.Infrastructure.LocalCloud;

public sealed class ShellExportsTests
{
    private static readonly LocalCloudEndpoints Endpoints =
        new(1, "1", new("http://127.0.0.1:4600"), new("http://127.0.0.1:4601"), new("http://localhost:4602"));

    [Fact]
    public void They_name_the_endpoint_and_the_key_and_take_what_would_go_before_them_away()
        => ShellExports.Of(Endpoints with { AccessKey = new LocalCloudAccessKey("AKIALOCALCLOUD234567", "secret") }).ShouldBe([
            "export AWS_ENDPOINT_URL='http://127.0.0.1:4600'",
            "export AWS_ACCESS_KEY_ID='AKIALOCALCLOUD234567'",
            "export AWS_SECRET_ACCESS_KEY='secret'",
            "export AWS_DEFAULT_REGION='us-east-1'",
            "unset AWS_PROFILE AWS_SESSION_TOKEN",
        ]);

    [Theory]
    [InlineData("plain")]
    [InlineData("it's")]
    [InlineData("$(touch /tmp/pwned) `id` \\ \"x\" ; # *")]
    [InlineData("")]
    public async Task A_shell_reads_a_value_as_it_is(string value)
        => (await CommandLine.SucceedAsync("sh", ["-c", $"{ShellExports.Export("VALUE", value)}\nprintf %s \"$VALUE\""])).ShouldBe(value);

    [Fact]
    public void One_of_an_earlier_version_has_no_key_and_that_is_told()
        => Should.Throw<FairleadException>(() => ShellExports.Of(Endpoints)).Next.ShouldContain("StopLocalCloud");

    [Fact]
    public void Whoever_signs_with_the_key_hides_it_and_whoever_shows_it_does_not()
    {
        var mask = new SecretMask();
        mask.Activate();
        var endpoints = Endpoints with { AccessKey = new LocalCloudAccessKey("AKIALOCALCLOUD234567", "of-the-state-folder") };

        mask.Apply(string.Join('\n', ShellExports.Of(endpoints))).ShouldContain("of-the-state-folder");
        endpoints.CreateCredentials();

        mask.Apply("signed with of-the-state-folder").ShouldBe("signed with [REDACTED]");
    }

    [Fact]
    public void The_secret_is_not_in_what_is_printed_of_a_local_cloud()
        => (Endpoints with { AccessKey = new LocalCloudAccessKey("AKIALOCALCLOUD234567", "secret") }).ToString().ShouldNotContain("secret");
}
