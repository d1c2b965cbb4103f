using System.Diagnostics;
using Fairlead.Reporting.Tracing;
using TraceOptions = Fairlead.Reporting.Tracing.TraceOptions;

namespace Fairlead.Tests.Reporting;

public sealed class RunTraceTests
{
    private const string Parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static TraceOptions? Options(params (string Name, string Value)[] variables)
        => TraceOptions.Read(name => variables.FirstOrDefault(x => x.Name == name).Value);

    /// <summary>What takes OTLP over HTTP.</summary>
    private static LoopbackServer Collector(ScriptedResponse answer) => new(_ => answer);

    [Fact]
    public void A_run_is_one_span_with_one_below_it_for_each_target_that_had_its_turn()
    {
        using var collector = Collector(new ScriptedResponse(200, ""));
        var options = Options(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.ToString()), ("OTEL_EXPORTER_OTLP_HEADERS", "x-key=abc"), ("TRACEPARENT", Parent),
            ("OTEL_SERVICE_NAME", "shop"), ("OTEL_RESOURCE_ATTRIBUTES", "team=web%20shop,service.name=other"))!;
        var trace = new RunTrace(options, "Deploy", SomeRun.Failed.Started);

        trace.Send(SomeRun.Failed);

        var request = collector.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("POST", "/v1/traces"));
        request.Headers["Content-Type"].ShouldBe("application/x-protobuf");
        request.Headers["x-key"].ShouldBe("abc");
        var (resource, spans) = ReceivedSpan.Read(request.Content);
        resource["service.name"].ShouldBe("shop");
        resource["team"].ShouldBe("web shop");
        spans.Select(x => x.Name).ShouldBe(["Deploy", "Restore", "Compile", "Web", "Lint", "Docs", "Test"]);
        var root = spans[0];
        spans.ShouldAllBe(x => x.TraceId == "0af7651916cd43dd8448eb211c80319c");
        root.ParentId.ShouldBe("b7ad6b7169203331");
        spans.Skip(1).ShouldAllBe(x => x.ParentId == root.SpanId);
        trace.TraceParent.ShouldBe($"00-{root.TraceId}-{root.SpanId}-01");
        (root.End - root.Start).ShouldBe(10_000_000_000ul);
        root.Attributes["cicd.pipeline.result"].ShouldBe("failure");
        root.Attributes["cicd.pipeline.run.url.full"].ShouldBe(SomeRun.Failed.RunUrl);
        var test = spans.Single(x => x.Name == "Test");
        test.Start.ShouldBe(root.Start + 6_000_000_000ul);
        test.Status.ShouldBe(2, "error");
        test.Attributes["fairlead.target.outcome"].ShouldBe("RolledBack");
        spans.Single(x => x.Name == "Docs").Attributes["fairlead.target.skipped_reason"].ShouldBe("runs only when Docs | changed");
        spans.Single(x => x.Name == "Docs").Attributes["cicd.pipeline.task.run.result"].ShouldBe("skipped");
    }

    [Fact]
    public void No_span_carries_the_password_of_the_URL_of_the_run()
    {
        using var collector = Collector(new ScriptedResponse(200, ""));
        var options = Options(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.ToString()))!;

        new RunTrace(options, "Deploy", SomeRun.Failed.Started).Send(SomeRun.Failed with { RunUrl = "https://user:hidden@ci.example/1" });

        var (_, spans) = ReceivedSpan.Read(collector.Requests.ShouldHaveSingleItem().Content);
        spans.ShouldAllBe(x => x.Attributes["cicd.pipeline.run.url.full"] == "https://ci.example/1");
    }

    [Fact]
    public void Without_a_parent_a_run_begins_a_trace_of_its_own_and_leaves_nothing_behind()
    {
        using var around = new Activity("around").Start();

        var trace = new RunTrace(Options(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1"))!, "Deploy", DateTimeOffset.UnixEpoch);

        trace.TraceParent.ShouldNotContain(around.TraceId.ToHexString());
        Activity.Current.ShouldBe(around);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    public void A_collector_that_refuses_is_one_error_that_says_where_and_not_with_what_key(int status)
    {
        using var collector = Collector(new ScriptedResponse(status, ""));
        var options = Options(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.ToString().TrimEnd('/')),
            ("OTEL_EXPORTER_OTLP_HEADERS", "authorization=secret"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "5000"))!;

        var error = Should.Throw<FairleadException>(() => new RunTrace(options, "Deploy", SomeRun.Failed.Started).Send(SomeRun.Failed));

        error.Message.ShouldContain($"{collector.Url}v1/traces did not take it over http/protobuf");
        error.Message.ShouldNotContain("secret");
    }

    [Fact]
    public void A_collector_that_never_answers_costs_no_more_than_the_timeout()
    {
        using var collector = Collector(ScriptedResponse.Never);
        var options = Options(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url.ToString().TrimEnd('/')), ("OTEL_EXPORTER_OTLP_TIMEOUT", "100"))!;

        Should.Throw<FairleadException>(() => new RunTrace(options, "Deploy", SomeRun.Failed.Started).Send(SomeRun.Failed))
            .Message.ShouldContain("within 0.1 s");
    }

    [Fact]
    public void Nothing_is_traced_unless_an_endpoint_is_set_and_the_sdk_is_on()
    {
        Options().ShouldBeNull();
        Options(("OTEL_EXPORTER_OTLP_ENDPOINT", " ")).ShouldBeNull();
        Options(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://x"), ("OTEL_SDK_DISABLED", "TRUE")).ShouldBeNull();
        Options(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://x"), ("OTEL_TRACES_EXPORTER", "none")).ShouldBeNull();
    }

    [Fact]
    public void The_variables_for_traces_win_and_their_endpoint_is_the_whole_url()
    {
        var options = Options(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:4318"), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces/here"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"), ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "grpc"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "1500"))!;

        options.Endpoint.ShouldBe(new Uri("http://traces/here"));
        options.IsGrpc.ShouldBeTrue();
        options.Timeout.ShouldBe(TimeSpan.FromSeconds(1.5));
        options.Resource["service.name"].ShouldBe("fairlead");
    }

    [Theory]
    [InlineData("http://localhost:4318", "http/json", "OTEL_EXPORTER_OTLP_PROTOCOL is 'http/json', which is not supported.")]
    [InlineData("localhost:4318", "http/protobuf", "OTEL_EXPORTER_OTLP_ENDPOINT is 'localhost:4318', which is not an http or https URL.")]
    public void What_cannot_be_done_is_said(string endpoint, string protocol, string expected)
        => Should
            .Throw<FairleadException>(() => Options(("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint), ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol))).Message
            .ShouldContain(expected);
}
