using System.Text;
using System.Text.Json;

namespace Nuke.Common.Secrets;

/// <summary>Sets text properties in a parameters file and leaves every other byte of it as it was: order, comments, indentation, line ends.</summary>
internal static class ParametersFileEditor
{
    /// <summary>What a file is that does not exist yet.</summary>
    public const string Empty = "{\n  \"$schema\": \"./build.schema.json\"\n}\n";

    /// <param name="content">A JSON object, with or without a byte order mark.</param>
    /// <param name="values">Texts by property name. A property that is there is replaced, whatever its case; others are added at the end.</param>
    public static byte[] Set(byte[] content, IReadOnlyDictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            content = Set(content, name, value);
        }

        return content;
    }

    private static byte[] Set(byte[] content, string name, string value)
    {
        var offset = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var layout = Layout.Of(content.AsSpan(offset), name);
        var quotedValue = Quote(value);
        if (layout.Value is { } range)
        {
            return Splice(content, offset + range.Start, offset + range.End, quotedValue);
        }

        var property = $"{Quote(name)}: {quotedValue}";
        if (layout.LastEnd is not { } end)
        {
            return Splice(content, offset + layout.Open + 1, offset + layout.Close, $"\n  {property}\n");
        }

        // Behind the comma that some write after the last property; its line comment, if any, stays with it.
        var json = content.AsSpan(offset);
        var comma = TrailingComma(json, end, layout.Close);
        var separator = Separator(json, layout.LastName);
        return comma is { } position
            ? Splice(content, offset + position + 1, offset + position + 1, $"{separator}{property},")
            : Splice(content, offset + end, offset + end, $",{separator}{property}");
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static byte[] Splice(byte[] content, int start, int end, string text)
        => [.. content.AsSpan(0, start), .. Encoding.UTF8.GetBytes(text), .. content.AsSpan(end)];

    // The line end and indentation of the last property, or a space when it shares its line with another.
    private static string Separator(ReadOnlySpan<byte> json, int lastName)
    {
        var lineStart = json[..lastName].LastIndexOf((byte)'\n') + 1;
        var indentation = Encoding.UTF8.GetString(json[lineStart..lastName]);
        if (lineStart == 0 || !string.IsNullOrWhiteSpace(indentation))
        {
            return " ";
        }

        return (lineStart > 1 && json[lineStart - 2] == '\r' ? "\r\n" : "\n") + indentation;
    }

    private static int? TrailingComma(ReadOnlySpan<byte> json, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (json[i] == ',')
            {
                return i;
            }

            if (json[i] != '/')
            {
                continue;
            }

            var close = json[i + 1] == '/' ? "\n"u8 : "*/"u8;
            i += 2 + json[(i + 2)..].IndexOf(close) + close.Length - 1;
        }

        return null;
    }

    /// <summary>Byte offsets of what matters in a JSON object.</summary>
    private sealed record Layout(int Open, int Close, int LastName, int? LastEnd, (int Start, int End)? Value)
    {
        public static Layout Of(ReadOnlySpan<byte> json, string name)
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            reader.Read();
            var open = (int)reader.TokenStartIndex;
            var lastName = 0;
            int? lastEnd = null;
            (int, int)? value = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var matches = string.Equals(reader.GetString(), name, StringComparison.OrdinalIgnoreCase);
                lastName = (int)reader.TokenStartIndex;
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                lastEnd = (int)reader.BytesConsumed;
                if (matches)
                {
                    value = (start, lastEnd.Value);
                }
            }

            return new Layout(open, (int)reader.TokenStartIndex, lastName, lastEnd, value);
        }
    }
}
