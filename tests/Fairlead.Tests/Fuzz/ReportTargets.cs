using System.Text;
using Fairlead.Reporting;
using Fairlead.Reporting.Tracing;
using Fairlead.Testing.Fuzzing;
using Fairlead.Verification;

namespace Fairlead.Tests.Fuzz;

/// <summary>Earlier runs' records, the environment of traces, and the answers that checks look into.</summary>
internal static class ReportTargets
{
    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.Utf8(
            "RunRecord's durations",
            x => RunRecordJson.ReadDurations(x),
            """{"version":1,"outcome":"Succeeded","seconds":3.5,"targets":[],"durations":{"Compile":1.5,"Test":2}}""")
            .RefusesWith<System.Text.Json.JsonException>(),
        FuzzTarget.Text(
            "TraceOptions",
            x =>
            {
                var lines = x.Split('\n').Select(y => y.Split('=', 2)).Where(y => y.Length == 2).GroupBy(y => y[0]).ToDictionary(y => y.Key, y => y.Last()[1]);
                TraceOptions.Read(y => lines.GetValueOrDefault(y))?.Resource["service.name"].ShouldNotBeNull();
            },
            "OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4318/\nOTEL_EXPORTER_OTLP_HEADERS=a=b\nOTEL_EXPORTER_OTLP_TIMEOUT=5000\n"
                + "OTEL_RESOURCE_ATTRIBUTES=deployment.environment=prod,team=web%20shop\nOTEL_SERVICE_NAME=shop\nTRACEPARENT=00-1-2-01",
            "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://a.example.com\nOTEL_EXPORTER_OTLP_PROTOCOL=grpc").RefusesWith<FairleadException>(),
        FuzzTarget.Text("SmokeResponse's body", x => Json(x, "items.0.id"), """{"items":[{"id":"a"},{"id":1}],"b":{"c":null}}"""),
        FuzzTarget.Utf8(
            "SmokeResponse's paths",
            x => Json("""{"items":[{"id":"a","":1}],"b":{"c":null}}""", Encoding.UTF8.GetString(x)),
            "items.0.id",
            "b.c",
            "items"),
    ];

    private static void Json(string body, string path)
    {
        var nothing = new Dictionary<string, string>();
        new SmokeResponse(200, "application/json", body, nothing, "release", nothing).Json(path);
    }
}
