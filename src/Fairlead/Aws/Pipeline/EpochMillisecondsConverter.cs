using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Aws.Pipeline;

/// <summary>CloudWatch Logs counts milliseconds since 1970.</summary>
internal sealed class EpochMillisecondsConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => DateTime.UnixEpoch.AddMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
        => writer.WriteNumberValue((long)(value.ToUniversalTime() - DateTime.UnixEpoch).TotalMilliseconds);
}
