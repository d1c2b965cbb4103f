using Fairlead.Components.Reporting;

namespace Fairlead.Components.Tests.Reporting;

public sealed class CiRunTests
{
    [Fact]
    public void The_URL_of_the_run_carries_no_password()
    {
        var before = new[] { "GITHUB_RUN_ID", "CI_JOB_URL" }.ToDictionary(x => x, Environment.GetEnvironmentVariable);
        try
        {
            Environment.SetEnvironmentVariable("GITHUB_RUN_ID", null);
            Environment.SetEnvironmentVariable("CI_JOB_URL", "https://user:hidden@ci.example/job/1");

            CiRun.Url().ShouldBe("https://ci.example/job/1");
        }
        finally
        {
            foreach (var (name, value) in before)
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }
}
