using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Fairlead.Json;

/// <summary>
/// JSON of which every text can be read. <see cref="JsonDocument"/> and <see cref="JsonNode"/> look into a text only when they are asked for it: broken UTF-8
/// and a lone surrogate (<c>"\ud800"</c>, https://www.rfc-editor.org/rfc/rfc8259#section-8.2) are an <see cref="InvalidOperationException"/> then, far from
/// whoever takes care of what is not JSON. Here they are refused with everything else that is not. It nests 64 deep at most, as the parser lets it.
/// </summary>
public static class WellFormedJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions EachNameOnce = new() { AllowDuplicateProperties = false };

    // Whoever has parsed it may allow both, and they are in what it was parsed from.
    private static readonly JsonReaderOptions AsItWasParsed = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Any value. Of a member that stands there twice the last one counts.</summary>
    /// <exception cref="JsonException">It is not JSON, or a name or a text in it is no text; the message says where.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Check(json);
        return JsonElement.Parse(json);
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonElement Parse(string json) => Parse(BytesOf(json));

    /// <summary>An object to change, in which no object names a member twice.</summary>
    /// <returns>Null when it is JSON, but no object.</returns>
    /// <exception cref="JsonException">It is not JSON, a name or a text in it is no text, or a member is named twice; the message says where or which.</exception>
    public static JsonObject? ParseObject(ReadOnlySpan<byte> json)
    {
        Check(json);
        return JsonNode.Parse(json, documentOptions: EachNameOnce) as JsonObject;
    }

    /// <inheritdoc cref="ParseObject(ReadOnlySpan{byte})"/>
    public static JsonObject? ParseObject(string json) => ParseObject(BytesOf(json));

    /// <summary>Whether every name and text of a value can be read that somebody else has parsed.</summary>
    public static bool IsReadable(JsonElement value)
    {
        try
        {
            Check(JsonMarshal.GetRawUtf8Value(value), AsItWasParsed);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static byte[] BytesOf(string json)
    {
        try
        {
            return Strict.GetBytes(json);
        }
        catch (EncoderFallbackException e)
        {
            throw new JsonException($"It holds half a character, at {e.Index}.", e);
        }
    }

    private static void Check(ReadOnlySpan<byte> json, JsonReaderOptions options = default)
    {
        var reader = new Utf8JsonReader(json, options);
        var buffer = ArrayPool<char>.Shared.Rent(256);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
                {
                    Check(ref reader, ref buffer);
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static void Check(ref Utf8JsonReader reader, ref char[] buffer)
    {
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            throw new JsonException($"The text at byte {reader.TokenStartIndex} is not UTF-8.");
        }

        if (!reader.ValueIsEscaped)
        {
            return;
        }

        if (buffer.Length < reader.ValueSpan.Length)
        {
            ArrayPool<char>.Shared.Return(buffer);
            buffer = ArrayPool<char>.Shared.Rent(reader.ValueSpan.Length);
        }

        try
        {
            reader.CopyString(buffer);
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"The text at byte {reader.TokenStartIndex} holds half a character.", e);
        }
    }
}
