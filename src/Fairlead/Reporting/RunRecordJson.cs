using System.Text.Encodings.Web;
using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Reporting;

/// <summary>
/// A run's record as JSON. Written member by member: a serializer's generic code would have to be compiled in every run, which costs more
/// than all the rest of a report.
/// </summary>
internal static class RunRecordJson
{
    public static byte[] Write(RunRecord record)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", RunRecord.CurrentVersion);
            json.WriteString("outcome", record.Outcome.ToString());
            Text(json, "remark", record.Remark);
            json.WriteString("started", record.Started.UtcDateTime);
            json.WriteNumber("seconds", record.Seconds);
            Strings(json, "invoked", record.Invoked);
            Text(json, "runUrl", record.RunUrl);
            if (record.Release is { } release)
            {
                Release(json, release);
            }

            json.WriteStartArray("targets");
            foreach (var target in record.Targets)
            {
                Target(json, target);
            }

            json.WriteEndArray();
            json.WriteStartObject("durations");
            foreach (var duration in record.Durations)
            {
                json.WriteNumber(duration.Target, duration.Seconds);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static IReadOnlyList<TargetDuration> ReadDurations(byte[] content)
    {
        var durations = new List<TargetDuration>();
        if (WellFormedJson.Parse(content) is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("durations", out var values)
            && values.ValueKind == JsonValueKind.Object)
        {
            foreach (var value in values.EnumerateObject())
            {
                if (value.Value.ValueKind == JsonValueKind.Number && value.Value.TryGetDouble(out var seconds))
                {
                    durations.Add(new TargetDuration(value.Name, seconds));
                }
            }
        }

        return durations;
    }

    private static void Release(Utf8JsonWriter json, ReleaseSection release)
    {
        json.WriteStartObject("release");
        json.WriteString("release", release.Release);
        json.WriteString("outcome", release.Outcome);
        json.WriteBoolean("isSuccess", release.IsSuccess);
        json.WriteString("place", release.Place);
        Text(json, "url", release.Url);
        Text(json, "live", release.Live);
        Text(json, "previous", release.Previous);
        Strings(json, "changes", release.Changes);
        json.WriteStartArray("checks");
        foreach (var check in release.Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("answer", check.Answer);
            if (check.Passed is { } passed)
            {
                json.WriteBoolean("passed", passed);
            }

            json.WriteNumber("seconds", check.Seconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Strings(json, "why", release.Why);
        json.WriteStartArray("steps");
        foreach (var step in release.Steps)
        {
            json.WriteStartObject();
            json.WriteString("name", step.Name);
            json.WriteString("verdict", step.Verdict);
            json.WriteString("reason", step.Reason);
            json.WriteNumber("seconds", step.Seconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Text(json, "next", release.Next);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, TargetRecord target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        Text(json, "description", target.Description);
        json.WriteString("result", target.Result.ToString());
        if (target.Start is { } start)
        {
            json.WriteNumber("start", start);
        }

        if (target.End is { } end)
        {
            json.WriteNumber("end", end);
        }

        Strings(json, "waitsFor", target.WaitsFor);
        Text(json, "reason", target.Reason);
        json.WriteStartObject("summary");
        foreach (var (name, value) in target.Summary)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        Strings(json, "errors", target.Errors);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
