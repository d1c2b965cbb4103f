using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Fairlead.Aws.Pipeline;

internal sealed class ConstantJsonConverter<T> : JsonConverter<T>
    where T : ConstantClass, IConstant<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.GetString() is { } value ? T.FindValue(value) : null;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
