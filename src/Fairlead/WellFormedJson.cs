using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Fairlead;

/// <summary>
/// JSON of which every text can be read. <see cref="JsonDocument"/> looks into a text only when it is asked for: broken UTF-8 and a lone surrogate
/// (<c>"\ud800"</c>, https://www.rfc-editor.org/rfc/rfc8259#section-8.2) are an <see cref="InvalidOperationException"/> then, far from whoever takes care
/// of what is not JSON. Here they are refused with everything else that is not.
/// </summary>
internal static class WellFormedJson
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="JsonException">It is not JSON, or a name or a text in it is no text.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        Check(json);
        return JsonElement.Parse(json);
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static JsonElement Parse(string json)
    {
        try
        {
            return Parse(Strict.GetBytes(json));
        }
        catch (EncoderFallbackException e)
        {
            throw new JsonException("It holds half a character.", e);
        }
    }

    /// <summary>An object to change, of which each member has a name of its own.</summary>
    /// <exception cref="JsonException">It is not JSON, not an object, or names a member twice.</exception>
    public static JsonObject ParseObject(string json)
    {
        Parse(json);
        return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
            ?? throw new JsonException("It is not an object.");
    }

    /// <summary>What is wrong with a document, without the names of this program's types that the serializer tells: the end of a sentence.</summary>
    public static string Reason(this JsonException exception)
        => exception is { Path: { Length: > 2 } path } ? $"its field {path[2..]} is not what it must be"
            : exception.Path is not null ? "it lacks fields that it must have"
            : $"it is not JSON: {exception.Message.TrimEnd('.')}";

    private static void Check(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
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
        if (!reader.ValueIsEscaped)
        {
            if (!Utf8.IsValid(reader.ValueSpan))
            {
                throw new JsonException($"The text at byte {reader.TokenStartIndex} is not UTF-8.");
            }

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
