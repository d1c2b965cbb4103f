using System.Text.RegularExpressions;
using Fairlead.Aws;

namespace Fairlead.Tests.Aws;

public sealed partial class RoleSessionNameTests
{
    [Theory]
    [InlineData("fairlead-15001-2", "GITHUB_RUN_ID=15001", "GITHUB_RUN_ATTEMPT=2")]
    [InlineData("fairlead-15001", "GITHUB_RUN_ID=15001")]
    [InlineData("fairlead-774", "CI_JOB_ID=774", "CI_PIPELINE_ID=3")]
    [InlineData("fairlead-jenkins-shop-release-12", "BUILD_TAG=jenkins-shop-release-12")]
    [InlineData("fairlead-jenkins-shop-main-12", "BUILD_TAG=jenkins-shop/main-12")]
    [InlineData("fairlead-shop-8f2c", "CODEBUILD_BUILD_ID=shop:8f2c")]
    [InlineData("fairlead-ada@laptop")]
    [InlineData("fairlead-ada@laptop", "GITHUB_RUN_ID=", "CI_JOB_ID=")]
    public void It_names_the_run_and_its_attempt(string expected, params string[] variables)
        => Of("ada", "laptop", variables).ShouldBe(expected);

    [Theory]
    [InlineData("Ada Lovelace", "löve lace's machine")]
    [InlineData("", "")]
    [InlineData("x", "a-machine-whose-name-is-longer-than-what-a-session-may-be-called-in-all-of-the-world")]
    public void It_is_one_that_AWS_takes(string user, string machine) => Of(user, machine).ShouldMatch(Valid().ToString());

    [Fact]
    public void Of_a_long_one_the_end_stays_which_tells_runs_apart()
    {
        var name = Of("ada", "laptop", $"BUILD_TAG=jenkins-{new string('x', 100)}-4711");

        name.Length.ShouldBe(64);
        name.ShouldStartWith("fairlead-");
        name.ShouldEndWith("-4711");
    }

    private static string Of(string user, string machine, params string[] variables)
    {
        var environment = variables.Select(x => x.Split('=')).ToDictionary(x => x[0], x => x[1]);
        return RoleSessionName.Of(environment.GetValueOrDefault, user, machine);
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_+=,.@-]{2,64}$")]
    private static partial Regex Valid();
}
