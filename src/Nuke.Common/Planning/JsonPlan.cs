using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Nuke.Common.Planning;

/// <summary>The plan for programs. Members are only ever added within a version.</summary>
internal static class JsonPlan
{
    public const int Version = 1;

    public static string Write(PlanGraph graph)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            Names(json, "invoked", graph.Targets.Where(x => x.IsInvoked).Select(x => x.Name));
            json.WriteNumber("parallel", graph.Degree);
            json.WriteNumber("mostAtTheSameTime", graph.MostAtTheSameTime());
            Names(json, "longestChain", graph.LongestChain().Select(x => graph.Targets[x].Name));
            json.WriteStartArray("targets");
            for (var i = 0; i < graph.Targets.Count; i++)
            {
                Target(json, graph, i);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Target(Utf8JsonWriter json, PlanGraph graph, int index)
    {
        var target = graph.Targets[index];
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        if (target.Description is not null)
        {
            json.WriteString("description", target.Description);
        }

        json.WriteString("forecast", target.Forecast switch
        {
            TargetForecast.Runs => "runs",
            TargetForecast.MayBeSkipped => "mayBeSkipped",
            _ => "skipped",
        });
        if (target.Reason is not null)
        {
            json.WriteString("reason", target.Reason);
        }

        json.WriteNumber("layer", graph.Layers[index] + 1);
        json.WriteBoolean("default", target.IsDefault);
        json.WriteBoolean("invoked", target.IsInvoked);
        json.WriteBoolean("assuredAfterFailure", target.IsAssured);
        Names(json, "triggeredBy", target.TriggeredBy);
        if (target.Expected is { } expected)
        {
            json.WriteNumber("expectedSeconds", Math.Round(expected.TotalSeconds, 3));
        }

        json.WriteStartArray("waitsFor");
        foreach (var (wait, relation) in target.WaitsFor)
        {
            json.WriteStartObject();
            json.WriteString("target", graph.Targets[wait].Name);
            json.WriteString("because", relation switch
            {
                PlanRelation.Order => "order",
                PlanRelation.Trigger => "trigger",
                _ => "dependency",
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var value in names)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
