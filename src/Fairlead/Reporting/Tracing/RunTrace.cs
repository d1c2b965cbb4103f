using System.Diagnostics;
using Fairlead.Secrets;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Fairlead.Reporting.Tracing;

/// <summary>
/// One trace for a run: a span for the run and one below it for each target. The spans are made when the run is over, from its record;
/// only the identity of the first one is fixed before, so that programs which the run starts can be its children.
/// </summary>
public sealed class RunTrace
{
    private static readonly ActivitySource Source = new("Fairlead");
    private readonly TraceOptions _options;
    private readonly Activity _root;

    public RunTrace(TraceOptions options, string name, DateTimeOffset started)
    {
        _options = options;
        _ = ActivityContext.TryParse(options.Parent, null, isRemote: true, out var parent);
        _root = Start(name, parent, started);
    }

    /// <summary>W3C trace context of the run, for the variable TRACEPARENT of the programs that it starts.</summary>
    public string TraceParent => _root.Id!;

    /// <summary>Sends the trace. Takes at most the time that the options allow.</summary>
    /// <exception cref="FairleadException">The trace did not arrive.</exception>
    public void Send(RunRecord record)
    {
        var spans = Spans(record);

        // The exporter has a time limit of its own; this one also bounds what it does before and after the request.
        var export = Task.Run(() => Export(spans));
        if (!export.Wait(_options.Timeout + TimeSpan.FromSeconds(1)) || export.Result != ExportResult.Success)
        {
            throw new FairleadException(
                "The trace of this run was not sent.",
                $"{UrlText.Of(_options.Endpoint)} did not take it over {(_options.IsGrpc ? "grpc" : "http/protobuf")} within "
                    + $"{_options.Timeout.TotalSeconds:0.#} s.",
                "Look whether a collector listens there; OTEL_EXPORTER_OTLP_PROTOCOL and OTEL_EXPORTER_OTLP_HEADERS may have to be set.");
        }
    }

    private Activity[] Spans(RunRecord record)
    {
        // The name was given before the run had learnt its secrets.
        _root.DisplayName = string.Join(' ', record.Invoked);
        _root.SetTag("cicd.pipeline.result", record.Outcome switch { RunOutcome.Succeeded => "success", RunOutcome.Failed => "failure", _ => "cancellation" });
        _root.SetTag("fairlead.targets", string.Join(' ', record.Invoked));
        _root.SetTag("cicd.pipeline.run.url.full", record.RunUrl is { } url ? UrlText.Of(url) : null);
        _root.SetStatus(record.Outcome == RunOutcome.Succeeded ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        End(_root, record.Started.AddSeconds(record.Seconds));
        return [_root, .. record.Targets.Where(x => x.End is not null).Select(x => Span(record, x))];
    }

    private Activity Span(RunRecord record, TargetRecord target)
    {
        var span = Start(target.Name, _root.Context, record.Started.AddSeconds(target.Start ?? target.End!.Value));
        span.SetTag("cicd.pipeline.task.name", target.Name);
        span.SetTag("cicd.pipeline.task.run.result", target.Result switch
        {
            TargetResult.Failed => "failure",
            TargetResult.Cancelled => "cancellation",
            TargetResult.Skipped => "skipped",
            _ => "success",
        });
        span.SetTag("fairlead.target.outcome", target.Word());
        span.SetTag("fairlead.target.skipped_reason", target.Result == TargetResult.Skipped ? target.Reason : null);
        span.SetTag("cicd.pipeline.run.url.full", record.RunUrl is { } url ? UrlText.Of(url) : null);
        if (target.Result is TargetResult.Failed or TargetResult.Cancelled)
        {
            span.SetStatus(ActivityStatusCode.Error, target.Errors.LastOrDefault());
        }

        End(span, record.Started.AddSeconds(target.End!.Value));
        return span;
    }

    private ExportResult Export(Activity[] spans)
    {
        using var exporter = new OtlpTraceExporter(new OtlpExporterOptions
        {
            Endpoint = _options.Endpoint,
            Protocol = _options.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf,
            Headers = _options.Headers,
            TimeoutMilliseconds = (int)_options.Timeout.TotalMilliseconds,
        });

        // The provider gives the exporter its resource. Nothing is sent through it, since only the exporter itself tells whether it sent.
        using var provider = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder
                .CreateEmpty()
                .AddTelemetrySdk()
                .AddAttributes(_options.Resource.Select(x => KeyValuePair.Create(x.Key, (object)x.Value))))
            .AddProcessor(new SimpleActivityExportProcessor(exporter))
            .Build();
        return exporter.Export(new Batch<Activity>(spans, spans.Length));
    }

    private static Activity Start(string name, ActivityContext parent, DateTimeOffset started)
    {
        // Taken before the listener looks at sources: a source that is made by that very look would not be found.
        var own = Source;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == own,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var current = Activity.Current;

        // Without this, a run without a parent would become a child of whatever happens to be current.
        Activity.Current = null;
        var activity = own.StartActivity(name, ActivityKind.Internal, parent, startTime: started)!;
        Activity.Current = current;
        return activity;
    }

    private static void End(Activity activity, DateTimeOffset at)
    {
        activity.SetEndTime(at.UtcDateTime);
        var current = Activity.Current;
        activity.Stop();
        Activity.Current = current;
    }
}
