using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Logs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LogGroupsDocument))]
[JsonSerializable(typeof(LogStreamHeader))]
[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogsJson : JsonSerializerContext;

/// <summary>First line of a stream's file.</summary>
internal sealed record LogStreamHeader(string Stream, long Created, long First);

/// <summary>Any further line of a stream's file: time, ingestion time, message.</summary>
internal sealed record LogLine(long T, long I, string M);
