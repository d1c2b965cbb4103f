using Fairlead.Components.Deployments;
using Nuke.Common;

namespace Fairlead.Components.Tests.Deployments;

public sealed class IdentityScopeTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    private string Identities => _run.PathOf(".nuke/temp/identity");

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Work", 0)]
    [InlineData("Fail", -1)]
    public void The_identity_token_goes_with_the_run_however_it_ends(string target, int exitCode)
    {
        var (ended, build) = _run.Run<WithIdentity>(target);

        ended.ShouldBe(exitCode, _run.Output);
        build.WasThere.ShouldBeTrue();
        Directory.GetFileSystemEntries(Identities).ShouldBeEmpty();
    }

    [Fact]
    public void What_a_killed_run_left_is_gone_once_another_has_begun()
    {
        _run.Write(".nuke/temp/identity/of-a-killed-run/token", "token");
        _run.Write(".nuke/temp/identity/of-a-killed-run/lock", "");

        _run.Run<WithIdentity>("Look").ExitCode.ShouldBe(0, _run.Output);

        Directory.GetFileSystemEntries(Identities).ShouldBeEmpty();
    }

    [Fact]
    public void A_session_with_a_role_is_named_after_the_run_unless_the_user_names_it()
    {
        var before = Environment.GetEnvironmentVariable("AWS_ROLE_SESSION_NAME");
        try
        {
            Environment.SetEnvironmentVariable("AWS_ROLE_SESSION_NAME", null);
            _run.Run<WithIdentity>("Role").ExitCode.ShouldBe(0, _run.Output);
            Environment.GetEnvironmentVariable("AWS_ROLE_SESSION_NAME").ShouldNotBeNull().ShouldStartWith("fairlead-");

            Environment.SetEnvironmentVariable("AWS_ROLE_SESSION_NAME", "mine");
            _run.Run<WithIdentity>("Role").ExitCode.ShouldBe(0, _run.Output);
            Environment.GetEnvironmentVariable("AWS_ROLE_SESSION_NAME").ShouldBe("mine");
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ROLE_SESSION_NAME", before);
        }
    }

    private sealed class WithIdentity : NukeBuild, IHazStack
    {
        public bool WasThere { get; private set; }

        private Target Work => _ => _.Executes(Take);

        private Target Fail => _ => _.Executes(() =>
        {
            Take();
            throw new InvalidOperationException("It failed.");
        });

        private Target Look => _ => _.Executes(() => Directory.GetFileSystemEntries(TemporaryDirectory / "identity").ShouldBeEmpty());

        private Target Role => _ => _.Executes(() => AwsPlace.TakeRole(this));

        private void Take()
        {
            File.WriteAllText(RunIdentity.Of(this).TokenFile, "token");
            WasThere = File.Exists(RunIdentity.Of(this).TokenFile);
        }
    }
}
