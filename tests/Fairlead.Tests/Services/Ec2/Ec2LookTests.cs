using Fairlead.Services.Ec2;

namespace Fairlead.Tests.Services.Ec2;

public sealed class Ec2LookTests
{
    private static readonly Ec2ServiceOptions Options
        = new() { ReleaseBucket = "b", ReleasePrefix = "api", InstanceTagKey = "Service", InstanceTagValue = "shop" };

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

    [Fact]
    public async Task A_state_of_a_command_that_is_not_known_is_an_error_that_names_it()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json("""{"Commands":[{"CommandId":"c1","Status":"Daydreaming","TargetCount":1}]}"""));
        using var clients = LoopbackClients.For(server);
        var command = new Ec2Command(clients, Options, new RecordingReporter(), TestClock.Skipping());

        (await Should.ThrowAsync<FairleadException>(() => command.FollowAsync("c1", 1, default))).Why.ShouldContain("Daydreaming");
    }

    private static Ec2ServiceHost Host(Fairlead.Aws.AwsClients clients) => new(
        clients,
        Options,
        new RecordingReporter(),
        TestClock.Skipping());
}
