using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Deployments.Reports;

/// <summary>
/// A dry run as JSON, for programs: <see cref="DryRunReport"/> with every change of every step. <c>verdict</c> is <c>unchanged</c>, <c>wouldChange</c>,
/// <c>notApplicable</c> or <c>impossible</c>; <c>action</c> is <c>create</c>, <c>update</c>, <c>delete</c> or <c>run</c>; what is not known is left out.
/// </summary>
public static class JsonDryRunReport
{
    public static string Write(DryRunReport report) => JsonSerializer.Serialize(report, DryRunJson.Readable.DryRunReport) + "\n";
}

[JsonSerializable(typeof(DryRunReport))]
internal sealed partial class DryRunJson : JsonSerializerContext
{
    public static DryRunJson Readable { get; } = new(ReportJson.Options(
        new JsonStringEnumConverter<LookKind>(JsonNamingPolicy.CamelCase),
        new JsonStringEnumConverter<ChangeAction>(JsonNamingPolicy.CamelCase)));
}
