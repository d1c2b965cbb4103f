using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Fairlead.Reporting;
using Fairlead.Verification;

namespace Fairlead.Tests.Verification;

public sealed class SmokeRunnerTests
{
    private readonly TestClock _clock = new() { LongestSkip = TimeSpan.FromSeconds(5) };
    private readonly List<string> _asked = [];

    [Fact]
    public async Task A_page_that_names_this_release_passes()
    {
        var report = await RunAsync(_ => Page("r1"), Smoke.Get("/").Expects(200).Html().NamesRelease());
        report.Checks
            .Single()
            .ShouldSatisfyAllConditions(x => x.Status.ShouldBe(SmokeStatus.Passed), x => x.Attempts.ShouldBe(1), x => x.Detail.ShouldBeNull());
        report.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_of_an_earlier_release_is_tried_again_until_it_names_this_one()
    {
        var answers = new Queue<string>(["r0", "r0", "r1"]);
        var report = await RunAsync(_ => Page(answers.Dequeue()), Smoke.Get("/").NamesRelease());
        report.Checks.Single().ShouldSatisfyAllConditions(
            x => x.Status.ShouldBe(SmokeStatus.Passed),
            x => x.Attempts.ShouldBe(3),
            x => x.Duration.ShouldBe(TimeSpan.FromMilliseconds(600)));
    }

    [Fact]
    public async Task A_page_that_stays_behind_fails_after_the_limit_with_the_evidence()
    {
        var report = await RunAsync(_ => Page("r0", ("X-Cache", "Hit from cloudfront")), Smoke.Get("/").Expects(200).NamesRelease());
        var result = report.Checks.Single();
        result.Status.ShouldBe(SmokeStatus.Failed);
        result.Duration.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(10));
        result.Attempts.ShouldBeGreaterThan(3);
        result.Detail.ShouldBe("GET http://shop.test/: expected a page of release r1, got a page of release r0. Body: <html><head><meta name=\"release\" "
            + "content=\"r0\"></head></html> X-Cache: Hit from cloudfront.");
        report.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task A_wrong_status_fails_at_once_when_the_check_may_not_lag()
    {
        var report = await RunAsync(_ => Json(500, """{ "error": "out of memory" }"""), Smoke.Get("/api/products").Expects(200));
        report.Checks.Single().Attempts.ShouldBe(1);
        report.Checks
            .Single().Detail
            .ShouldBe("GET http://shop.test/api/products: expected status 200, got status 500. Body: { \"error\": \"out of memory\" }");
    }

    [Fact]
    public async Task What_one_check_remembers_the_next_one_uses()
    {
        var report = await RunAsync(
            request => request.Method == HttpMethod.Post
                ? Json(201, """{ "id": 7, "total": 1990 }""")
                : Json(200, """{ "id": 7, "items": [ { "sku": "a b" } ] }"""),
            Smoke.Post("/api/orders", """{ "sku": "a b" }""").Expects(201).Remember("id"),
            Smoke.Get("/api/orders/{id}").Expects(200).JsonEquals("id", "{id}").Json("items.0.sku", x => x == "a b"));
        report.IsSuccess.ShouldBeTrue(report.ToString());
        _asked.ShouldBe(["POST /api/orders { \"sku\": \"a b\" }", "GET /api/orders/7 "]);
    }

    [Fact]
    public async Task Checks_that_write_and_checks_that_need_them_do_not_run_for_an_unchanged_release()
    {
        var report = await RunAsync(
            _ => Json(200, "{}"),
            includeWrites: false,
            Smoke.Post("/api/orders", "{}").Remember("id"),
            Smoke.Get("/api/orders/{id}"),
            Smoke.Get("/api/health").Expects(200));
        report.Checks.Select(x => x.Status).ShouldBe([SmokeStatus.Skipped, SmokeStatus.Skipped, SmokeStatus.Passed]);
        report.Checks[1].Detail!.ShouldContain("{id}");
        _asked.ShouldBe(["GET /api/health "]);
    }

    [Fact]
    public async Task A_write_is_never_repeated()
    {
        var report = await RunAsync(_ => Json(500, "{}"), Smoke.Post("/api/orders", "{}").Expects(201).MayLag());
        report.Checks.Single().ShouldSatisfyAllConditions(x => x.Status.ShouldBe(SmokeStatus.Failed), x => x.Attempts.ShouldBe(1));
    }

    [Fact]
    public async Task A_failed_condition_shows_its_source_and_the_value()
    {
        var report = await RunAsync(_ => Json(200, """{ "database": { "state": "down" } }"""), Smoke.Get("/api/health").Json("database.state", x => x == "up"));
        report.Checks.Single().Detail!.ShouldContain("expected database.state to fulfil x => x == \"up\", got database.state = down.");
    }

    [Fact]
    public async Task No_connection_and_no_answer_in_time_are_sentences()
    {
        var refused = await RunAsync(_ => throw new HttpRequestException("Connection refused (shop.test:80)"), Smoke.Get("/").Expects(200));
        refused.Checks.Single().Detail.ShouldBe("GET http://shop.test/: expected status 200, got no answer: Connection refused (shop.test:80).");

        using var runner = new SmokeRunner(SilentReporter.Instance, _clock, new Handler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Page("never");
        }));
        var hanging = await runner.RunAsync([Smoke.Get("/").Expects(200)], Options() with { RequestTimeout = TimeSpan.FromSeconds(1) });
        hanging.Checks.Single().Detail.ShouldBe("GET http://shop.test/: expected status 200, got no answer within 1 s.");
    }

    [Fact]
    public async Task Redirects_are_the_answer_unless_they_are_to_be_followed()
    {
        static HttpResponseMessage Answer(HttpRequestMessage request)
        {
            if (request.RequestUri!.AbsolutePath == "/new")
            {
                return Json(200, "{}");
            }

            var moved = new HttpResponseMessage(HttpStatusCode.MovedPermanently);
            moved.Headers.Location = new Uri("/new", UriKind.Relative);
            return moved;
        }

        (await RunAsync(
            Answer,
            Smoke.Get("/old").Expects(301).Header("Location", "/new"),
            Smoke.Get("/old").FollowsRedirects().Expects(200))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_body_is_cut_and_put_on_one_line()
    {
        var report = await RunAsync(_ => Json(500, "first\n\n" + new string('x', 1000)), Smoke.Get("/").Expects(200));
        report.Checks.Single().Detail!.ShouldEndWith("Body: first " + new string('x', 194) + "…");
    }

    [Fact]
    public async Task Cancellation_ends_the_run()
        => await Should.ThrowAsync<OperationCanceledException>(() => new SmokeRunner(SilentReporter.Instance, _clock, new Handler(async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Page("never");
        })).RunAsync([Smoke.Get("/")], Options(), new CancellationToken(canceled: true)));

    [Fact]
    public async Task Of_a_very_large_page_the_beginning_is_checked_and_only_what_may_be_behind_it_is_said_to_be()
    {
        const string Note = "Only the first 16 MiB of the body were read; what is expected may be behind them.";
        var page = $"begin {new string('x', 16 * 1024 * 1024)} end";
        var report = await RunAsync(
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(page) },
            Smoke.Get("/").Expects(200).Contains("begin"),
            Smoke.Get("/").Expects(200).Contains("end"),
            Smoke.Get("/").Expects(404));

        report.Checks.Select(x => x.Status).ShouldBe([SmokeStatus.Passed, SmokeStatus.Failed, SmokeStatus.Failed]);
        report.Checks[1].Detail!.ShouldContain($"got a body without it. {Note} Body: begin xxx");
        report.Checks[2].Detail!.ShouldNotContain(Note);
    }

    private Task<SmokeReport> RunAsync(Func<HttpRequestMessage, HttpResponseMessage> answer, params SmokeCheck[] checks)
        => RunAsync(answer, includeWrites: true, checks);

    private async Task<SmokeReport> RunAsync(Func<HttpRequestMessage, HttpResponseMessage> answer, bool includeWrites, params SmokeCheck[] checks)
    {
        using var runner = new SmokeRunner(SilentReporter.Instance, _clock, new Handler(async (request, token) =>
        {
            _asked.Add(
                $"{request.Method} {request.RequestUri!.AbsolutePath} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(token))}");
            return answer(request);
        }));
        return await runner.RunAsync(checks, Options() with { IncludeWrites = includeWrites });
    }

    private static SmokeOptions Options() => new() { PublicUrl = new Uri("http://shop.test"), ReleaseId = "r1" };

    private static HttpResponseMessage Page(string release, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
            $"<html><head><meta name=\"release\" content=\"{release}\"></head></html>",
            Encoding.UTF8,
            "text/html")
        };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    private static HttpResponseMessage Json(int status, string body)
        => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => answer(request, cancellationToken);
    }
}
