using System.Text.Json;

namespace Fairlead;

/// <summary>
/// Parses JSON of others. JsonDocument takes an escaped half of a surrogate pair (RFC 8259, section 8.2), and throws an InvalidOperationException when
/// somebody reads that text: here it is not JSON from the start. Nesting deeper than 64 is not JSON either.
/// </summary>
internal static class WellFormedJson
{
    /// <exception cref="JsonException">The text is not JSON, is nested too deep, or holds half of a surrogate pair.</exception>
    public static JsonDocument Parse(string json) => Checked(JsonDocument.Parse(json), json.Contains("\\ud", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonDocument Parse(byte[] json)
        => Checked(JsonDocument.Parse(json), IsSuspect(json));

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonElement ParseElement(ReadOnlySpan<byte> json)
    {
        var element = JsonElement.Parse(json);
        Check(element, IsSuspect(json));
        return element;
    }

    private static JsonDocument Checked(JsonDocument document, bool isSuspect)
    {
        try
        {
            Check(document.RootElement, isSuspect);
            return document;
        }
        catch (JsonException)
        {
            document.Dispose();
            throw;
        }
    }

    private static bool IsSuspect(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    private static void Check(JsonElement element, bool isSuspect)
    {
        try
        {
            if (isSuspect)
            {
                ReadTexts(element);
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text holds half of a surrogate pair.", exception);
        }
    }

    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadTexts(property.Value);
                }

                break;
        }
    }
}
