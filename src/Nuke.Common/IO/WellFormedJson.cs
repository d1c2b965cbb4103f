using System.Text.Json;

namespace Nuke.Common.IO;

/// <summary>JSON whose every text can be read: a document finds broken UTF-8 and lone surrogates only when it is asked for them, and throws something else then.</summary>
internal static class WellFormedJson
{
    /// <exception cref="JsonException">It is not JSON, or a text in it is no text.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var root = JsonElement.Parse(json);
        return IsReadable(root) ? root : throw new JsonException("A text is not UTF-8, or holds half a character.");
    }

    /// <summary>Whether every name and text in it is one.</summary>
    public static bool IsReadable(JsonElement element)
    {
        try
        {
            Read(element);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // As deep as the parser lets it nest, which is 64.
    private static void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Read(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
