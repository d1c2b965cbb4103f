using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// JSON whose every name and text can be read, and of which no object has two members of one name: <see cref="JsonNode"/> finds such things out only when it
/// is asked for them, in the middle of an operation.
/// </summary>
internal static class WellFormedJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <returns>Null when it is JSON, but no object.</returns>
    /// <exception cref="JsonException">It is not such JSON.</exception>
    public static JsonObject? ParseObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var node = JsonNode.Parse(json, documentOptions: Strict);
            Read(node);
            return node as JsonObject;
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is not UTF-8, or holds half a character.", exception);
        }
    }

    /// <inheritdoc cref="ParseObject(ReadOnlySpan{byte})"/>
    public static JsonObject? ParseObject(string json) => ParseObject(Encoding.UTF8.GetBytes(json));

    // As deep as the parser lets it nest, which is 64.
    private static void Read(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, member) in members)
                {
                    Read(member);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Read(item);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}
