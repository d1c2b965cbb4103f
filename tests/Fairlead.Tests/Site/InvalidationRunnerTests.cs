using System.Xml.Linq;
using Fairlead.Releases;
using Fairlead.Site.Invalidation;

namespace Fairlead.Tests.Site;

public sealed class InvalidationRunnerTests
{
    private const string TooMany = """
        <ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>TooManyInvalidationsInProgress</Code>
        <Message>Processing your request will cause you to exceed the maximum number of in-progress wildcard invalidations.</Message></Error></ErrorResponse>
        """;

    private static readonly XNamespace Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    private readonly RecordingReporter _reporter = new();
    private readonly TestClock _clock = TestClock.Skipping();

    [Fact]
    public async Task The_invalidation_is_waited_for_until_it_is_completed()
    {
        var asked = 0;
        await using var server = new LoopbackServer(x => x.Method == "POST" ? Answer("InProgress", 201) : Answer(++asked < 3 ? "InProgress" : "Completed"));

        var result = await RunAsync(server);

        (result.Outcome.Kind, result.InvalidationId).ShouldBe((OutcomeKind.Succeeded, "I1"));
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_request_that_is_sent_again_after_an_error_names_the_same_reference()
    {
        var sent = 0;
        await using var server = new LoopbackServer(x => x.Method == "POST" && ++sent == 1 ? new ScriptedResponse(503, "") : Answer("Completed", 201));

        await RunAsync(server);

        References(server).Distinct().ShouldHaveSingleItem().ShouldStartWith("20260102T030405Z-abcdefg-7-");
        References(server).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Every_run_names_a_reference_of_its_own_so_that_no_old_invalidation_is_taken_for_it()
    {
        await using var server = new LoopbackServer(_ => Answer("Completed", 201));

        await RunAsync(server);
        await RunAsync(server);

        References(server).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task As_many_under_way_as_cloudfront_takes_are_waited_for()
    {
        var sent = 0;
        await using var server = new LoopbackServer(_ => ++sent <= 3 ? Refusal : Answer("Completed", 201));

        (await RunAsync(server)).Outcome.Kind.ShouldBe(OutcomeKind.Succeeded);

        References(server).Distinct().ShouldHaveSingleItem();
        _reporter.Progressed.Select(x => x.Activity).ShouldBe(Enumerable.Repeat("Waiting until CloudFront takes another invalidation", 3));
        _clock.Waits.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_wait_for_room_has_an_end_that_says_what_to_look_at()
    {
        await using var server = new LoopbackServer(_ => Refusal);

        var error = await Should.ThrowAsync<FairleadException>(() => RunAsync(server));

        error.What.ShouldBe("The distribution 'E1' takes no invalidation after 60 s.");
        error.Next.ShouldContain("aws cloudfront list-invalidations --distribution-id E1");
    }

    [Fact]
    public async Task Nothing_to_forget_asks_nobody()
    {
        await using var server = new LoopbackServer(_ => Answer("Completed", 201));

        (await RunAsync(server, InvalidationPlan.Of([]))).Outcome.Kind.ShouldBe(OutcomeKind.Unchanged);

        server.Requests.ShouldBeEmpty();
    }

    private static ScriptedResponse Refusal => new(400, TooMany, ("Content-Type", "text/xml"));

    private async Task<InvalidationResult> RunAsync(LoopbackServer server, InvalidationPlan? plan = null)
    {
        using var clients = LoopbackClients.For(server);
        var options = new InvalidationOptions { DistributionId = "E1", Timeout = TimeSpan.FromMinutes(1) };
        return await new InvalidationRunner(clients.CloudFront, options, _reporter, _clock)
            .RunAsync(plan ?? InvalidationPlan.Of(["index.html"]), "20260102T030405Z-abcdefg-7");
    }

    private static IReadOnlyList<string> References(LoopbackServer server)
        => [.. server.Requests.Where(x => x.Method == "POST").Select(x => XElement.Parse(x.Body).Element(Namespace + "CallerReference")!.Value)];

    private static ScriptedResponse Answer(string status, int code = 200) => new(
        code,
        $"<Invalidation xmlns=\"{Namespace}\"><Id>I1</Id><Status>{status}</Status><CreateTime>2026-01-02T03:04:05.678Z</CreateTime></Invalidation>",
        ("Content-Type", "text/xml"));
}
