using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class ServedVersionTests
{
    [Fact]
    public async Task The_release_must_be_served_several_times_in_a_row()
    {
        string[] releases = ["r-1", "r-2", "r-1", "r-2", "r-2", "r-2"];
        var calls = 0;
        await using var server = new LoopbackServer(_ => Health(releases[calls++]));

        var outcome = await VerifyAsync(server);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        calls.ShouldBe(6);
    }

    [Fact]
    public async Task Another_release_until_the_end_is_a_failure_that_names_it()
    {
        await using var server = new LoopbackServer(_ => Health("r-1"));

        var outcome = await VerifyAsync(server);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe($"{server.Url}api/health did not serve release r-2 within 120 s: it answered 200 as release r-1.");
    }

    [Fact]
    public async Task A_sick_answer_is_quoted_up_to_200_characters()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(503, "no\r\ndatabase " + new string('x', 500)));

        var outcome = await VerifyAsync(server);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldEndWith("it answered 503 with the body: no database " + new string('x', 188) + "…");
    }

    [Fact]
    public async Task A_page_that_is_not_JSON_is_not_the_release_even_if_it_names_it()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "<html>r-2</html>"));

        var outcome = await VerifyAsync(server);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldContain("without a JSON property \"release\"");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure()
    {
        Uri url;
        await using (var server = new LoopbackServer(_ => Health("r-2")))
        {
            url = server.Url;
        }

        using var http = new HttpClient();
        var outcome = await new ServedVersion(http, TestClock.Skipping()).VerifyAsync(
            "r-2",
            new ServedVersionOptions { HealthUrl = url, Timeout = TimeSpan.FromSeconds(2) },
            default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldContain("could not be reached");
    }

    private static ScriptedResponse Health(string release) => new(200, $$"""{"status":"ok","release":"{{release}}"}""");

    private static async Task<Outcome> VerifyAsync(LoopbackServer server)
    {
        using var http = new HttpClient();
        return await new ServedVersion(http, TestClock.Skipping()).VerifyAsync(
            "r-2",
            new ServedVersionOptions { HealthUrl = new Uri(server.Url, "api/health") },
            default);
    }
}
