using Fairlead.Services.Ec2;

namespace Fairlead.Tests.Services.Ec2;

public sealed class Ec2LookTests
{
    [Theory]
    [InlineData(200, null)]
    [InlineData(404, "The archive of release r1 is not there any more: s3://b/api/r1.tar.gz.")]
    public async Task A_release_can_be_gone_back_to_while_its_archive_is_there(int status, string? problem)
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(status, ""));
        using var clients = LoopbackClients.For(server);

        (await Host(clients).FindRestoreProblemAsync("r1", default)).ShouldBe(problem);

        server.Requests.ShouldHaveSingleItem().Path.ShouldBe("/b/api/r1.tar.gz");
    }

    [Fact]
    public async Task Where_nothing_was_deployed_there_is_nothing_to_look_at()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, ""));
        using var clients = LoopbackClients.For(server);

        (await Host(clients).LookLastAsync(default)).ShouldBeNull();

        server.Requests.ShouldBeEmpty();
    }

    private static Ec2ServiceHost Host(Fairlead.Aws.AwsClients clients) => new(
        clients,
        new Ec2ServiceOptions { ReleaseBucket = "b", ReleasePrefix = "api", InstanceTagKey = "Service", InstanceTagValue = "shop" },
        new RecordingReporter(),
        TestClock.Skipping());
}
