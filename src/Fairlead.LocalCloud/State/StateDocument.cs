using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Fairlead.LocalCloud.State;

/// <summary>
/// Reads a document of the state and finds out whether it is whole. The serializer fills in null where a document says <c>null</c> or says nothing, whatever
/// the type declares; here that is damage, at any depth: in members, in elements of lists and in values of dictionaries.
/// </summary>
internal static class StateDocument
{
    /// <exception cref="JsonException">It is not JSON, or not such a document. The message says where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> content, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(content, type) ?? throw new JsonException("The document is null.");
            var reader = new Utf8JsonReader(content);
            using var document = JsonDocument.ParseValue(ref reader);
            Check(document.RootElement, type, "$");
            return value;
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException or ArgumentException or FormatException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                foreach (var property in type.Properties)
                {
                    CheckMember(element, property, type.Options, $"{path}.{property.Name}");
                }

                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    CheckElement(member.Value, type, $"{path}['{member.Name}']");
                }

                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    CheckElement(item, type, $"{path}[{index}]");
                }

                break;
            default:
                break;
        }
    }

    private static void CheckMember(JsonElement owner, JsonPropertyInfo property, JsonSerializerOptions options, string path)
    {
        var parameter = property.AssociatedParameter;
        if (!owner.TryGetProperty(property.Name, out var value))
        {
            if (parameter is { HasDefaultValue: false, IsNullable: false } && !property.PropertyType.IsValueType)
            {
                throw new JsonException($"{path} is missing.");
            }

            return;
        }

        if (value.ValueKind != JsonValueKind.Null)
        {
            Check(value, options.GetTypeInfo(property.PropertyType), path);
        }
        else if (!property.PropertyType.IsValueType && !(parameter?.IsNullable ?? property.IsSetNullable))
        {
            throw new JsonException($"{path} is null.");
        }
    }

    private static void CheckElement(JsonElement element, JsonTypeInfo collection, string path)
    {
        if (collection.ElementType is not { } type)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Null)
        {
            throw new JsonException($"{path} is null.");
        }

        Check(element, collection.Options.GetTypeInfo(type), path);
    }
}
